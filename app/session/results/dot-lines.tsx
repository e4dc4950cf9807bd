import { useWords } from "../../language/words.ts";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Written } from "../../ui/form/typed.tsx";
import type { Named, Part } from "../insights/part.ts";
import { resultsWords } from "./messages/results.ts";
import type { Shown } from "./shown.ts";

/** Names of groups and fields, as a sentence and as a mark. */
export function useNames({ fields }: Pick<Shown, "fields">) {
  const m = useWords(resultsWords);
  const fieldOf = (who: string) => fields.find(({ id }) => id === who);
  return {
    name: (who: string) => fieldOf(who)?.name ?? m.common.group({ letter: who }),
    title: (who: string) => fieldOf(who)?.name ?? m.divides.group({ letter: who }),
    /** Only what people typed: the name of a group is ours. */
    isField: (who: string) => fieldOf(who) !== undefined,
    mark: (who: string) => {
      const found = fieldOf(who);
      return found ? <FieldMark shape={found.shape} /> : <span className="letter-mark">{who}</span>;
    },
  };
}

/** A share in words or as a percentage; of one mind is said without a number. */
export function useSays(): (part: Part) => string {
  const m = useWords(resultsWords);
  return (part) => (part.nearly ? m.nearly[part.nearly] : m.percent(part));
}

const percent = (part: number) => `${Math.round(part * 1000) / 10}%`;

/** Shares on one line from 0 to 100, each with its interval. The figures stand beside it, so it is drawing only. */
export function DotLines({ parts, shown, floor }: { parts: readonly Named[]; shown: Pick<Shown, "fields">; floor?: number }) {
  const { mark, name, isField } = useNames(shown);
  const says = useSays();
  return (
    <ul className="plain dot-lines">
      {parts.map((part) => (
        <li key={part.who}>
          <span className="dot-name">
            {mark(part.who)} <span>{isField(part.who) ? <Written>{name(part.who)}</Written> : name(part.who)}</span>
          </span>
          <svg className="dot-line" aria-hidden="true" focusable="false" width="100%" height="20">
            <line className="axis" x1="0" x2="100%" y1="50%" y2="50%" />
            {floor === undefined ? null : <line className="floor" x1={percent(floor)} x2={percent(floor)} y1="0" y2="100%" />}
            <line className="interval" x1={percent(part.low)} x2={percent(part.high)} y1="50%" y2="50%" />
            <circle className="point" cx={percent(part.share)} cy="50%" r="6" />
          </svg>
          <span className="num">{says(part)}</span>
        </li>
      ))}
    </ul>
  );
}
