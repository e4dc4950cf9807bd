import { useWords } from "../../language/words.ts";
import { Around } from "../../ui/form/typed.tsx";
import { usePartName } from "../gather/part-name.tsx";
import type { ReportPage } from "../publish/page.ts";
import { reviewWords } from "./messages/review.ts";
import type { DissentView, RemarkView } from "./read-along.ts";
import { blockOfPart, type Part, partIn } from "./review.ts";

interface Props {
  readonly part: Part;
  readonly slug: string;
  readonly page: ReportPage;
  readonly remarks: readonly RemarkView[];
  readonly dissents: readonly DissentView[];
  readonly agreed: readonly string[];
  readonly open: boolean;
}

/** Under a part: what was said of it, and the way to say something. */
export function PartState({ part, slug, page, remarks, dissents, agreed, open }: Props) {
  const m = useWords(reviewWords).mine;
  const name = usePartName(page.content)(part);
  const here = (one: { readonly part: string; readonly state: string }) =>
    one.state === "visible" && partIn(one.part, page.content) === part;
  const own = remarks.filter(here);
  const notes = dissents.filter(here);
  const answered = own.filter(({ verdict }) => verdict !== null).length;
  const told = [
    own.length > 0 ? m.remarks({ n: own.length }) : "",
    answered > 0 ? m.answered({ n: answered }) : "",
    notes.length > 0 ? m.dissents({ n: notes.length }) : "",
    agreed.includes(part) ? m.youAgree : "",
  ].filter(Boolean);
  if (!open && told.length === 0) return null;
  return (
    <p className="part-state small" id={`deel-${part}`}>
      {told.join(" · ")}{" "}
      <a href={`/mijn/${slug}/verslag/${part}`}>
        {open ? m.react : m.read}
        {blockOfPart(part) === null ? m.reactOn({ part: name }) : <Around words={{ part: name }} say={m.reactOn} />}
      </a>
    </p>
  );
}
