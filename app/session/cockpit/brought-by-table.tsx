import { useWords } from "../../language/words.ts";
import { Typed } from "../../ui/form/typed.tsx";
import type { Brought } from "../group/gather.ts";
import { cockpitWords } from "./messages/cockpit.ts";

/** What each table brings to the plenary; what it put together stands together. */
export function BroughtByTable({ brought }: { brought: readonly Brought[] }) {
  const words = useWords(cockpitWords);
  const m = words.brought;
  if (brought.length === 0) return <p className="quiet">{m.none}</p>;
  return (
    <dl className="brought-by-table">
      {[...Map.groupBy(brought, ({ group }) => group)].map(([group, own]) => (
        <div key={group}>
          <dt>{group === null ? m.noGroup : words.attention.group({ number: group })}</dt>
          {own.map(({ needs, people }) => (
            <dd key={needs[0]?.id}>
              {needs.map(({ id, text }) => (
                <Typed as="p" key={id}>
                  {text}
                </Typed>
              ))}
              <p className="small quiet">{m.people({ n: people })}</p>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
