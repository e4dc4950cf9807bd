import { useLocale, useWords } from "../../language/words.ts";
import { Empty } from "../../ui/empty.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Tag, type Tone } from "../../ui/tag.tsx";
import { programmeWords } from "../messages/programme.ts";
import { dayShort } from "./day.ts";
import { type ItemKind, type ItemState, type ItemStep, isLate, lateDay } from "./item.ts";

export const stateTones: Readonly<Record<ItemState, Tone>> = {
  idea: "plain",
  asked: "calm",
  decided: "calm",
  running: "now",
  done: "good",
  stopped: "plain",
};

interface Line {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly kind: ItemKind;
  readonly state: ItemState;
  readonly acts: string;
  readonly steps: readonly ItemStep[];
  readonly owners: readonly { readonly role: string; readonly hears: boolean }[];
}

/** The items of a programme for the team, each with who acts and the next step. */
export function ItemList({ items, home, today }: { items: readonly Line[]; home: string; today: string }) {
  const m = useWords(programmeWords);
  const locale = useLocale();
  if (items.length === 0) return <Empty title={m.items.none}>{m.items.noneText}</Empty>;
  return (
    <ul className="entries">
      {items.map((one) => {
        const next = one.state === "stopped" || one.state === "done" ? undefined : nextStep(one.steps);
        const due = next?.due;
        return (
          <li key={one.id}>
            <div className="entry-head">
              <h3>
                <TextLink to={`${home}/${one.number}`}>
                  <Written>{one.title}</Written>
                </TextLink>
              </h3>
              <Tag tone={stateTones[one.state]}>{m.states[one.state]}</Tag>
            </div>
            <p className="small quiet">
              {m.items.number({ n: one.number })}, {m.kinds[one.kind].toLowerCase()}.{" "}
              {whoOf(one) ? <Around words={{ who: whoOf(one) }} say={m.items.acts} /> : m.items.nobody}.
            </p>
            {next && due ? (
              <p className="small">
                {isLate(
                  next,
                  lateDay(
                    today,
                    one.owners.some(({ hears }) => hears),
                  ),
                ) ? (
                  <Around words={{ text: next.text }} say={(p) => m.items.late({ ...p, date: dayShort(due, locale) })} />
                ) : (
                  <Around words={{ text: next.text }} say={(p) => m.items.next({ ...p, date: dayShort(due, locale) })} />
                )}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

const whoOf = ({ acts, owners }: Line): string => [acts, ...owners.map(({ role }) => role)].filter(Boolean).join("; ");

const nextStep = (steps: readonly ItemStep[]) =>
  steps.filter(({ done, due }) => !done && due !== null).toSorted((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1))[0];
