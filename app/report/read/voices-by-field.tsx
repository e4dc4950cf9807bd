import { useWords } from "../../language/words.ts";
import { FieldLine } from "../../ui/form/field-mark.tsx";
import type { Reference } from "../gather/content.ts";
import { firstFew } from "../gather/lists.ts";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import { blockWords } from "../write/messages/blocks.ts";
import { Quotes } from "./quotes.tsx";

interface Props {
  readonly page: Pick<ReportPage, "content" | "quotes" | "slug" | "number" | "mine" | "appendix" | "readable">;
  readonly of: readonly Reference[];
  readonly part: string;
}

/** Voices by the field of who wrote them, in the order of the fields; a long report shows the first of all. */
export function ByField({ page, of, part }: Props) {
  const m = useWords(blockWords).view;
  const groups = page.readable ? [] : groupsOf(page, of);
  if (groups.length < 2) return <Quotes page={page} of={of} part={part} first={firstFew} anchored={false} />;
  return groups.map(({ name, shape, of: own }) => (
    <section key={name ?? ""} className="by-field" aria-label={name ?? m.noField}>
      <p className="small">
        {name && shape !== null ? <FieldLine shape={shape}>{name}</FieldLine> : m.noField}
        <span className="quiet"> · {m.voices({ n: own.length })}</span>
      </p>
      <Quotes page={page} of={own} part={part} first={firstFew} anchored={false} />
    </section>
  ));
}

function groupsOf({ content, quotes }: Props["page"], of: readonly Reference[]) {
  const fieldOf = ({ id }: Reference) => {
    const quote = quoteOf({ quotes }, id);
    return quote.status === "there" ? (quote.field?.name ?? null) : null;
  };
  const found = Map.groupBy(of, fieldOf);
  const named = content.fields.flatMap(({ name, shape }) => {
    const own = found.get(name);
    return own ? [{ name, shape, of: own }] : [];
  });
  const others = found.get(null);
  return [...named, ...(others ? [{ name: null, shape: null, of: others }] : [])];
}
