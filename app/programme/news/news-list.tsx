import { useLocale, useWords } from "../../language/words.ts";
import { dateLong } from "../../platform/time.ts";
import { Typed } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import type { ItemState } from "../items/item.ts";
import { programmeWords } from "../messages/programme.ts";
import { programmeVoiceWords } from "../messages/programme-voice.ts";
import { programmeWorkWords } from "../messages/programme-work.ts";
import type { NewsKind } from "./news.ts";

export interface NewsLine {
  readonly id: number;
  readonly kind: NewsKind;
  readonly state: ItemState;
  readonly text: string;
  readonly at: Date;
  readonly otherId: string | null;
  readonly before: Readonly<Record<string, string>> | null;
}

interface Props {
  readonly news: readonly NewsLine[];
  /** The other items a line may name. */
  readonly lineage?: readonly { readonly id: string; readonly number: number; readonly title: string }[];
  /** Of the item itself: a line about another that came in or went out says so. */
  readonly own?: { readonly mergedInto: string | null; readonly splitFrom: string | null };
}

/** What was told of an item, the newest first. */
export function News({ news, lineage = [], own }: Props) {
  const words = useWords(programmeWords);
  const m = useWords(programmeWorkWords).news;
  const change = useWords(programmeVoiceWords).change;
  const locale = useLocale();
  const about = ({ kind, otherId }: NewsLine): string | null => {
    const other = lineage.find(({ id }) => id === otherId);
    if (kind === "changed") return m.changed;
    if (!other || (kind !== "merged" && kind !== "split")) return null;
    const named = { n: other.number, title: other.title };
    if (kind === "merged") return own?.mergedInto === otherId ? m.mergedAway(named) : m.merged(named);
    return own?.splitFrom === otherId ? m.splitOff(named) : m.split(named);
  };
  return (
    <ol className="plain news" aria-label={words.progress.list}>
      {news.map((one) => (
        <li key={one.id}>
          <p className="small quiet">
            {dateLong(one.at, locale)} · {words.states[one.state]}
          </p>
          {about(one) ? <p>{about(one)}</p> : null}
          {one.text ? <Typed as="p">{one.text}</Typed> : null}
          {one.before && Object.keys(one.before).length > 0 ? (
            <Disclosure summary={change.was}>
              {Object.entries(one.before).map(([name, was]) => (
                <p key={name}>
                  <strong>{change.fields[name]}:</strong> <Typed>{was || "–"}</Typed>
                </p>
              ))}
            </Disclosure>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
