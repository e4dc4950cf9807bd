import { deedWords } from "../../dialogue/audit/deed-words.ts";
import { deedsWords } from "../../dialogue/audit/messages/deeds.ts";
import { installationWords } from "../../dialogue/messages/installation.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { privacyWords } from "../messages/privacy.ts";
import type { Section, SectionName, Value } from "./my-data.ts";

/** One kind of data, each row as a small list; long ones behind a line. */
export function SectionView({ section: { name, rows } }: { section: Section }) {
  const m = useWords(privacyWords);
  const list = rows.map((row, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows stay in their order
    <RowView key={at} section={name} row={row} />
  ));
  return (
    <Rail id={name} heading={m.sections[name]}>
      {rows.length > 3 ? <Disclosure summary={m.count({ n: rows.length })}>{list}</Disclosure> : list}
    </Rail>
  );
}

/** Of most kinds there is nothing: together they are one list, so that what is kept stands out. */
export function NotKept({ names }: { names: readonly SectionName[] }) {
  const m = useWords(privacyWords);
  if (names.length === 0) return null;
  return (
    <Rail id="niets" heading={m.nothing}>
      <Disclosure summary={m.nothingOf({ n: names.length })}>
        <ul className="not-kept">
          {names.map((name) => (
            <li key={name}>{m.sections[name]}</li>
          ))}
        </ul>
      </Disclosure>
    </Rail>
  );
}

function RowView({ section, row }: { section: SectionName; row: Readonly<Record<string, Value>> }) {
  const m = useWords(privacyWords);
  const locale = useLocale();
  const { audit, mail } = useWords(installationWords);
  const things: Readonly<Record<string, string>> = audit.things;
  const deeds = useWords(deedsWords);
  const kinds: Readonly<Record<string, string>> = mail.kinds;
  const coded = [
    "language",
    "state",
    "shownAs",
    "source",
    "purpose",
    "kind",
    "weight",
    "howOften",
    "moment",
    "shared",
    "choice",
    "fit",
    "role",
    "why",
    "outcome",
  ];
  const text = (label: string, value: Value): string => {
    if (typeof value === "boolean") return value ? m.yes : m.no;
    if (typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return dateTime(new Date(value), locale);
    const code = String(value);
    if (label === "what") return deedWords({ deeds, things, verbs: audit.verbs }, code);
    if (section === "deeds" && label === "about") return things[code] ?? code;
    if (section === "mails" && label === "kind") return kinds[code] ?? code;
    return coded.includes(label) ? (m.values[code as keyof typeof m.values] ?? code) : code;
  };
  const filled = Object.entries(row).filter(([, value]) => value !== null && value !== "");
  return (
    <dl className="my-row">
      {filled.map(([label, value]) => (
        <div key={label}>
          <dt>{m.labels[label as keyof typeof m.labels] ?? label}</dt>
          <Typed as="dd">{text(label, value)}</Typed>
        </div>
      ))}
    </dl>
  );
}
