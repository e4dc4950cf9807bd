import { useWords } from "../../language/words.ts";
import { Around } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { firstFew, noteGroups } from "../gather/lists.ts";
import type { ReportPage } from "../publish/page.ts";
import { From } from "../write/texts.tsx";
import { reportWords } from "./messages/report.ts";
import { Quotes } from "./quotes.tsx";

/** How it goes today: what works, what chafes, and what people suggest. */
export function CurrentApproach({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const { works, chafes, suggestions } = page.content;
  const parts = [
    { id: "werkt", of: works, words: m.now.works },
    { id: "knelt", of: chafes, words: m.now.chafes },
    { id: "suggesties", of: suggestions, words: m.now.suggestions },
  ].filter(({ of }) => of.length > 0);
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="nu">
      <h2 id="nu">{m.sections.nu}</h2>
      <From page={page} part="nu" />
      {parts.map(({ id, of, words }) => (
        <section key={id} className="finding" aria-labelledby={id}>
          <h3 id={id}>{words.heading}</h3>
          <Disclosure summary={words.behind({ n: of.length })} open>
            <Quotes page={page} of={of} part={id} first={firstFew} counted />
          </Disclosure>
        </section>
      ))}
    </section>
  );
}

/** Notes of groups that the team chose, by step and group. */
export function GroupNotes({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const { notes } = page.content;
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="groepen">
      <h2 id="groepen">{m.sections.groepen}</h2>
      <p>{m.notes.lead}</p>
      <From page={page} part="groepen" />
      {noteGroups(page.content).map((own, at) => {
        const [first] = own;
        if (!first) return null;
        const group = first.group === null ? "" : m.notes.group({ n: first.group });
        const title = ({ step }: { step: string | null }) => [group, step].filter(Boolean).join(", ");
        return (
          <section key={first.id} className="finding">
            <h3>
              <Around words={{ step: first.step }} say={title} />
            </h3>
            <Quotes page={page} of={own} part={`groep-${at + 1}`} />
          </section>
        );
      })}
    </section>
  );
}
