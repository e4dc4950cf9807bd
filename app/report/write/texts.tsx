import { Fragment } from "react";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import type { ReportBlock } from "../gather/content.ts";
import type { ReportPage } from "../publish/page.ts";
import { type Place, standsAt } from "../read/places.ts";
import { Beside } from "./beside.tsx";
import { BlockView } from "./block-view.tsx";
import { blockWords } from "./messages/blocks.ts";

export const textsAt = ({ content }: Pick<ReportPage, "content">, at: Place): readonly ReportBlock[] =>
  (content.blocks ?? []).filter(({ place }) => standsAt(place, content) === at);

/** The texts of the team that stand after a part. */
export function Texts({ page, at }: { page: ReportPage; at: Place }) {
  return textsAt(page, at).map((block) => (
    <Fragment key={block.id}>
      <BlockView page={page} block={block} level={at === "begin" ? 2 : 3} />
      <Beside page={page} part={`tekst-${block.id}`} />
    </Fragment>
  ));
}

/** From which data a part was made, and when. */
export function From({
  page,
  part,
}: {
  page: ReportPage;
  part: "wie" | "nu" | "nodig" | "zwaarst" | "praktijk" | "groepen" | "open";
}) {
  const m = useWords(blockWords).from;
  const locale = useLocale();
  const { moments } = page.content;
  if (!moments) return null;
  const at = part === "wie" ? moments.taken : part === "zwaarst" ? (moments.marks ?? moments.words) : moments.words;
  return <p className="small quiet">{m.at({ from: m[part], at: dateTime(new Date(at), locale) })}</p>;
}
