import { useLocale, useWords } from "../../language/words.ts";
import { dateLong } from "../../platform/time.ts";
import { PublicFrame } from "../../ui/frame.tsx";
import { statementWords } from "./messages/statements.ts";
import { StatementText } from "./statement-text.tsx";

export function PublicStatement({ kind, text, at }: { kind: "privacy" | "accessibility"; text: string; at: string | null }) {
  const words = useWords(statementWords);
  const locale = useLocale();
  const { title } = words.kinds[kind];
  return (
    <PublicFrame>
      <title>{title}</title>
      <h1>{title}</h1>
      <StatementText text={text} />
      {at ? <p className="quiet">{words.page.made({ when: dateLong(new Date(at), locale) })}</p> : null}
    </PublicFrame>
  );
}
