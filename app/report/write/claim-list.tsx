import { useWords } from "../../language/words.ts";
import { keyed } from "../../method/text/prose-text.ts";
import type { BlockId } from "../../platform/ids.ts";
import { programmeWorkWords } from "../../programme/messages/programme-work.ts";
import { Written } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import type { ReportBlock } from "../gather/content.ts";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import { typedInTables, weigh } from "./claim.ts";
import { blockWords } from "./messages/blocks.ts";

interface Props {
  readonly page: Pick<ReportPage, "content" | "quotes" | "slug">;
  readonly block: Pick<ReportBlock, "text" | "cited" | "themes"> & { readonly id: BlockId };
  readonly mayWrite: boolean;
}

/** Each sentence with what it rests on, and the way to put something behind it. */
export function ClaimList({ page, block, mayWrite }: Props) {
  const m = useWords(blockWords).claims;
  const work = useWords(programmeWorkWords).findings;
  const sentences = weigh(block, page.content, (id) => quoteOf(page, id).status === "there");
  const findings = sentences.filter(({ standing }) => standing !== "states-nothing");
  const open = findings.filter(({ standing }) => standing === "ungrounded").length;
  const inTables = typedInTables(block.text);
  if (sentences.length === 0) return <p>{m.none}</p>;
  return (
    <>
      <p>
        <strong>{m.count({ open, of: findings.length })}</strong> {m.lead}
      </p>
      {inTables > 0 ? <p>{m.typedInTable({ n: inTables })}</p> : null}
      <ol className="plain claims">
        {keyed(sentences).map(({ key, one }) => (
          <li key={key} className={`claim-line ${one.standing}`}>
            <p>
              <span className="claim-standing">{m.standings[one.standing]}</span> <Written>{one.words}</Written>
            </p>
            <p className="small quiet">
              {[
                one.voices + one.lost > 0 ? m.behind(one) : "",
                one.typed ? m.typed : "",
                ...one.unknown.map((name) => m.unknown({ name })),
              ]
                .filter(Boolean)
                .join(". ")}{" "}
              {mayWrite ? (
                <TextLink to={`/team/${page.slug}/verslag/blokken/${block.id}/zinnen/${key}`}>
                  {m.find}
                  <span className="visually-hidden">{m.findFor({ words: one.words })}</span>
                </TextLink>
              ) : null}
              {mayWrite && one.standing !== "states-nothing" && one.standing !== "ungrounded" ? (
                <>
                  {" "}
                  <TextLink to={`/team/${page.slug}/programma/nieuw?conclusie=zin:${block.id}:${key}`}>
                    {work.make}
                    <span className="visually-hidden">{work.makeFor({ words: one.words })}</span>
                  </TextLink>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
