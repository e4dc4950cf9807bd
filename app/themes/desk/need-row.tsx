import { Link } from "react-router";
import { useWords } from "../../language/words.ts";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { themesWords } from "../messages/themes.ts";
import { NeedBox } from "./chosen.tsx";
import type { Listed, NeedLine, ThemeLine } from "./desk.ts";
import { DragHandle } from "./drag.tsx";
import { useAtWork } from "./news.tsx";
import { useWith } from "./use-with.tsx";

export interface RowProps {
  readonly need: NeedLine;
  readonly themes: readonly ThemeLine[];
  readonly mayWrite: boolean;
  /** The need that lies open. */
  readonly current: string | null;
  /** Where these needs stand; null for those without a place. */
  readonly from: string | null;
  /** Its place in the list, and which list that is. */
  readonly place: number;
  readonly search: string;
}

/** One need in a list: to tick, to open, to drag. */
export function NeedRow({ need, themes, mayWrite, current, from, place, search }: RowProps) {
  const m = useWords(themesWords);
  const to = useWith({ behoefte: need.id, thema: null });
  const [first] = need.best;
  const best = themes.find(({ id }) => id === first?.theme);
  const readers = useAtWork().filter(({ need: number }) => number === need.number);
  const told = [
    best ? `${m.guess} ‘${best.name}’${first?.times ? `, ${m.times({ n: first.times })}` : ""}` : "",
    need.alike > 0 ? m.near.count({ n: need.alike }) : "",
    need.lying > 0 ? m.atTable.count({ n: need.lying, table: need.group }) : "",
    need.sure === null ? "" : m.machine.mark({ n: need.sure }),
  ].filter(Boolean);
  return (
    <>
      {mayWrite ? <NeedBox id={need.id} label={m.choose({ n: need.number })} of={{ theme: from, search, place }} /> : null}
      {need.shape === null ? null : <FieldMark shape={need.shape} label={need.field ?? undefined} />}
      <div className="need-words">
        <p>
          <Link
            className="nl-link"
            to={to}
            preventScrollReset
            aria-current={need.id === current ? "true" : undefined}
            data-need={need.id}
          >
            <Written>{need.text}</Written>
          </Link>
        </p>
        {told.length > 0 ? <p className="small quiet">{told.join(" ")}</p> : null}
        {readers.map(({ id, name }) => (
          <p key={id} className="small at-work">
            {m.here.reads({ name: name ?? m.somebody })}
          </p>
        ))}
      </div>
      {mayWrite ? <DragHandle id={need.id} from={from} label={m.drag.handle({ n: need.number })} /> : null}
    </>
  );
}

export interface ListProps extends Omit<RowProps, "need" | "place"> {
  readonly list: Listed;
  readonly stand: string;
  /** The theme whose needs these are; null for those without a place. */
  readonly theme: string | null;
  /** The place of the need that lies open; -1 when it is not in the list. */
  readonly at: number;
  readonly label: string;
}
