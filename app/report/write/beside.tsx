import { createContext, type ReactNode, use } from "react";
import { useWords } from "../../language/words.ts";
import { Around, Typed } from "../../ui/form/typed.tsx";
import type { ReportPage } from "../publish/page.ts";
import { reviewWords } from "../review/messages/review.ts";
import { type Part, partIn } from "../review/review.ts";
import type { FrozenDissent } from "../review/review-figures.ts";

/** What stands under a part for who reads along; nothing for other readers. */
export const UnderPart = createContext<((part: Part) => ReactNode) | null>(null);

/** What people said of a part: how many agreed, and the minority notes; and for who reads along the way to say something. */
export function Beside({ page, part }: { page: ReportPage; part: Part }) {
  const m = useWords(reviewWords);
  const under = use(UnderPart);
  const { review } = page.content;
  const agreed = review?.agreed.find((one) => partIn(one.part, page.content) === part);
  const notes = (review?.dissents ?? []).filter((one) => partIn(one.part, page.content) === part);
  return (
    <>
      {agreed ? <p className="small quiet">{m.agreed.people({ n: agreed.people })}</p> : null}
      {notes.map((note) => (
        <Dissent key={note.id} page={page} note={note} />
      ))}
      {under?.(part)}
    </>
  );
}

function Dissent({ page, note }: { page: ReportPage; note: FrozenDissent }) {
  const m = useWords(reviewWords).dissent;
  const read = page.dissents.find(({ id }) => id === note.id);
  const id = `minderheid-${note.number}`;
  const fields = page.content.fields.filter((field) => note.fields.includes(field.id)).map(({ name }) => name);
  return (
    <section className="dissent" aria-labelledby={id}>
      <p className="dissent-title" id={id}>
        {m.number({ n: note.number })}
      </p>
      {read?.status === "there" ? (
        <>
          <Typed as="blockquote">{read.text}</Typed>
          <p className="small quiet">
            {by(m, note, read.names)} {fields.length > 0 ? <Around words={{ names: fields }} say={m.fields} /> : null}
          </p>
          {read.answer ? (
            <p className="as-typed small">
              <Around words={{ text: read.answer }} say={m.answer} />
            </p>
          ) : null}
        </>
      ) : (
        <p className="quiet">{m.withdrawn}</p>
      )}
    </section>
  );
}

function by(m: (typeof reviewWords)["nl"]["dissent"], { under }: FrozenDissent, names: readonly string[]): string {
  if (under.status === "people") return m.byPeople({ n: under.people });
  if (under.status === "few") return m.byFew;
  return names.length > 0 ? m.byNames({ names }) : m.bySome;
}
