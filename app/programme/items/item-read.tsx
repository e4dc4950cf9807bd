import { useLocale, useWords } from "../../language/words.ts";
import { Around, Typed, Written } from "../../ui/form/typed.tsx";
import { Icon } from "../../ui/icons.tsx";
import { coverageWords } from "../messages/coverage.ts";
import { programmeWords } from "../messages/programme.ts";
import { programmeWorkWords } from "../messages/programme-work.ts";
import { dayShort } from "./day.ts";
import { type ItemReach, type ItemStep, type ItemText, isLate } from "./item.ts";

interface Props {
  readonly item: ItemText &
    ItemReach & {
      readonly steps: readonly ItemStep[];
      readonly claims: readonly {
        readonly id: string;
        readonly number: number | null;
        readonly words: string;
        readonly href?: string;
      }[];
      /** A name only of who said that it may stand there. */
      readonly owners: readonly { readonly id: string; readonly role: string; readonly name: string | null }[];
    };
  readonly choices: Readonly<
    Record<"fields" | "parties" | "themes" | "areas", readonly { readonly id: string; readonly name: string }[]>
  >;
  /** Where a theme leads to; without it a name stands there. */
  readonly themeAt?: (id: string) => string;
  /** Which steps are late, as of this day. */
  readonly today?: string;
}

/** One item to read: what, who, for whom, by what steps. */
export function ItemRead({ item, choices, themeAt, today }: Props) {
  const m = useWords(programmeWords).page;
  const where = useWords(coverageWords).form.where;
  const work = useWords(programmeWorkWords).findings;
  const names = (list: "fields" | "parties" | "areas", ids: readonly string[]) =>
    choices[list].filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const themes = choices.themes.filter(({ id }) => item.themeIds.includes(id));
  const whom = [...names("fields", item.fieldIds), ...names("parties", item.partyIds)];
  const whoActs = [item.acts, ...item.owners.map(({ role, name }) => (name ? `${name} (${role})` : role))].filter(Boolean);
  const rows: [string, React.ReactNode][] = [
    [m.who, whoActs.length > 0 ? <Written key="who">{whoActs.join("; ")}</Written> : m.nobody],
    [m.for, whom.length > 0 ? <Written key="for">{whom.join(", ")}</Written> : m.everybody],
    ...(item.areaCodes.length > 0 ? [[where, names("areas", item.areaCodes).join(", ")] as [string, React.ReactNode]] : []),
    ...(themes.length > 0
      ? [
          [
            m.forThemes,
            themes.map(({ id, name }, at) => (
              <span key={id}>
                {at > 0 ? ", " : null}
                {themeAt ? (
                  <a href={themeAt(id)}>
                    <Written>{name}</Written>
                  </a>
                ) : (
                  <Written>{name}</Written>
                )}
              </span>
            )),
          ] as [string, React.ReactNode],
        ]
      : []),
    ...(item.claims.length > 0
      ? [
          [
            work.read,
            <ul key="claims" className="plain">
              {item.claims.map(({ id, number, words, href }) => {
                const text =
                  number === null ? (
                    <Written>{words}</Written>
                  ) : (
                    <Around words={{ words }} say={(p) => work.insight({ n: number, ...p })} />
                  );
                return <li key={id}>{href ? <a href={href}>{text}</a> : text}</li>;
              })}
            </ul>,
          ] as [string, React.ReactNode],
        ]
      : []),
    ...(item.budget ? [[m.money, <Written key="money">{item.budget}</Written>] as [string, React.ReactNode]] : []),
    ...(item.indicator ? [[m.notice, <Written key="notice">{item.indicator}</Written>] as [string, React.ReactNode]] : []),
  ];
  return (
    <>
      {item.text ? <Typed as="p">{item.text}</Typed> : null}
      <dl className="item-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {item.steps.length > 0 ? <Steps steps={item.steps} today={today} /> : null}
    </>
  );
}

function Steps({ steps, today }: { steps: readonly ItemStep[]; today: string | undefined }) {
  const m = useWords(programmeWords).page;
  const locale = useLocale();
  return (
    <>
      <h4>{m.steps}</h4>
      <ol className="plain item-steps">
        {steps.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          <li key={at} className={one.done ? "done" : undefined}>
            {one.done ? <Icon name="success" /> : null}
            <span>
              <Written>{one.text}</Written>
              {one.due ? <span className="small quiet"> · {dayShort(one.due, locale)}</span> : null}
              {one.done ? <span className="small quiet"> · {m.stepDone}</span> : null}
              {today !== undefined && isLate(one, today) ? <span className="small"> · {m.stepLate}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
