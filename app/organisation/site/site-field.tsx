import { useWords } from "../../language/words.ts";
import { type ErrorLine, errorOf } from "../../platform/http/error-words.ts";
import { Select } from "../../ui/form/select.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { siteWords } from "./messages/site.ts";
import { accessStates, languageChoices, legalBases, type SiteField as Name, variables } from "./site.ts";

const choices: Partial<Record<Name, readonly string[]>> = {
  languages: languageChoices,
  legalBasis: legalBases,
  accessState: accessStates,
};
const wordsOf = { languages: "languages", legalBasis: "legalBases", accessState: "accessStates" } as const;
const needed: readonly Name[] = ["siteName"];

interface Props {
  readonly name: Name;
  readonly value: string;
  readonly fixed: boolean;
  readonly errors: readonly ErrorLine[];
}

/** One setting: to type, to choose, or to read when it is fixed outside. */
export function SiteField({ name, value, fixed, errors }: Props) {
  const m = useWords(siteWords);
  const { label, hint } = m.fields[name];
  const options = choices[name];
  const words: Readonly<Record<string, string>> = options ? m[wordsOf[name as keyof typeof wordsOf]] : {};
  if (fixed)
    return (
      <dl className="outside">
        <div>
          <dt>{label}</dt>
          <dd>
            {words[value] ?? value}{" "}
            <span className="small quiet">{m.fixed({ variable: variables[name as keyof typeof variables] })}</span>
          </dd>
        </div>
      </dl>
    );
  const own = { name, label, error: errorOf(errors, name), ...(hint ? { hint } : {}), defaultValue: value };
  if (options) return <Select {...own} options={options.map((one) => ({ value: one, label: words[one] ?? one }))} required />;
  return needed.includes(name) ? <TextField {...own} required /> : <TextField {...own} optionalWord={m.optional} />;
}
