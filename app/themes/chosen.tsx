import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { useScript } from "./use-script.tsx";

/** Needs that are ticked: also those that are scrolled out of sight. */
export interface Chosen {
  readonly ids: ReadonlySet<string>;
  turn(id: string): void;
  set(ids: readonly string[]): void;
}

const ChosenContext = createContext<Chosen>({ ids: new Set(), turn: () => {}, set: () => {} });
export const useChosen = (): Chosen => use(ChosenContext);

/** @param until another value clears what was ticked */
export function ChosenNeeds({ until, children }: { until: string; children: ReactNode }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done with them is done
  useEffect(() => setIds(new Set()), [until]);
  const chosen = useMemo(
    (): Chosen => ({
      ids,
      turn: (id) =>
        setIds((before) => {
          const now = new Set(before);
          if (!now.delete(id)) now.add(id);
          return now;
        }),
      set: (all) => setIds(new Set(all)),
    }),
    [ids],
  );
  return <ChosenContext value={chosen}>{children}</ChosenContext>;
}

/** The boxes stand in the list, the button above it: without script they find each other by the name of the form. */
export const manyForm = "meer";

export function NeedBox({ id, label }: { id: string; label: string }) {
  const script = useScript();
  const { ids, turn } = useChosen();
  const own = script
    ? ({ checked: ids.has(id), onChange: () => turn(id) } as const)
    : ({ name: "needs", value: id, form: manyForm } as const);
  return <input type="checkbox" aria-label={label} className="need-box" {...own} />;
}

/** What the form sends, of everything that is ticked. */
export function ChosenFields() {
  const script = useScript();
  const { ids } = useChosen();
  return script ? [...ids].map((id) => <input key={id} type="hidden" name="needs" value={id} />) : null;
}
