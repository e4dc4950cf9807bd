import { createContext, type ReactNode, type RefObject, use, useEffect, useMemo, useRef, useState } from "react";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useScript } from "./use-script.tsx";

/** Needs that are ticked: also those that are scrolled out of sight. */
export interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** Where one began: a range goes from here. */
  readonly anchor: RefObject<Spot | null>;
  /** Ticks them, or takes the ticks away. */
  turn(ids: readonly string[], on: boolean): void;
  set(ids: readonly string[]): void;
}
/** A place in a list of the desk. */
interface Spot {
  readonly theme: string | null;
  readonly search: string;
  readonly place: number;
}

const ChosenContext = createContext<Chosen>({ ids: new Set(), anchor: { current: null }, turn: () => {}, set: () => {} });
export const useChosen = (): Chosen => use(ChosenContext);

/** @param until another value clears what was ticked */
export function ChosenNeeds({ until, children }: { until: string; children: ReactNode }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done with them is done
  useEffect(() => setIds(new Set()), [until]);
  const anchor = useRef<Spot | null>(null);
  const chosen = useMemo(
    (): Chosen => ({
      ids,
      anchor,
      turn: (some, on) =>
        setIds((before) => {
          const now = new Set(before);
          for (const id of some) {
            if (on) now.add(id);
            else now.delete(id);
          }
          return now;
        }),
      set: (all) => {
        anchor.current = null;
        setIds(new Set(all));
      },
    }),
    [ids],
  );
  return <ChosenContext value={chosen}>{children}</ChosenContext>;
}

/** The boxes stand in the list, the button above it: without script they find each other by the name of the form. */
export const manyForm = "meer";

/** With Shift a click, or an arrow, takes along all from where one began. */
export function NeedBox({ id, label, of }: { id: string; label: string; of: Spot }) {
  const script = useScript();
  const { slug } = useDialogue();
  const { ids, anchor, turn } = useChosen();
  if (!script) return <input type="checkbox" aria-label={label} className="need-box" name="needs" value={id} form={manyForm} />;
  const begunAt = () => (anchor.current?.theme === of.theme && anchor.current.search === of.search ? anchor.current.place : null);
  const begin = () => {
    anchor.current = of;
  };
  return (
    <input
      type="checkbox"
      aria-label={label}
      className="need-box"
      data-place={of.place}
      value={id}
      checked={ids.has(id)}
      onChange={(event) => {
        const [on, begun] = [event.target.checked, begunAt()];
        turn([id], on);
        if (begun === null || !(event.nativeEvent as MouseEvent).shiftKey) return begin();
        void between(slug, of, begun).then((all) => turn(all, on));
      }}
      onKeyDown={(event) => {
        const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
        if (!event.shiftKey || step === 0) return;
        event.preventDefault();
        const next = document.querySelector<HTMLInputElement>(`.need-box[data-place="${of.place + step}"]`);
        const begun = begunAt();
        if (!next) return;
        // back over what was just ticked: that goes again
        const nearer = begun !== null && Math.abs(of.place + step - begun) < Math.abs(of.place - begun);
        if (nearer && ids.has(id) && next.checked) turn([id], false);
        else {
          if (begun === null || !ids.has(id)) begin();
          turn([id, next.value], true);
        }
        next.focus();
      }}
    />
  );
}

/** The needs from one place of a list to another, also those that are out of sight: 500 at most. */
async function between(slug: string, { theme, search, place }: Spot, other: number): Promise<readonly string[]> {
  const [first, last] = [Math.min(place, other), Math.max(place, other)];
  const asked = new URLSearchParams({ ids: "", zoek: search, vanaf: String(first), aantal: String(last - first + 1) });
  if (theme) asked.set("thema", theme);
  const answer = await fetch(`/team/${slug}/themas/rijen?${asked}`).catch(() => null);
  return answer?.ok ? ((await answer.json()) as string[]) : []; // of our own route
}

/** What the form sends, of everything that is ticked. */
export function ChosenFields() {
  const script = useScript();
  const { ids } = useChosen();
  return script ? [...ids].map((id) => <input key={id} type="hidden" name="needs" value={id} />) : null;
}
