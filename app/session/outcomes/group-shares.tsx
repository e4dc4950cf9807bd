import { useWords } from "../../language/words.ts";
import { Bar } from "../../ui/chart/bar.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { checkWords } from "../check/messages/check.ts";
import type { Named } from "../insights/part.ts";

const percent = (share: number) => Math.round(share * 100);

/** Who agrees in each opinion group, with its interval; of one mind is said without a number. */
export function GroupShares({ groups, text }: { groups: readonly Named[]; text: string }) {
  const m = useWords(checkWords).outcome;
  if (groups.length === 0) return null;
  return (
    <>
      <p>{m.groups.title}</p>
      <DataTable
        caption={`${m.groups.title} ${text}`}
        captionHidden
        rowHeaders
        narrow="stack"
        columns={[
          { key: "group", head: m.groups.head },
          { key: "share", head: m.groups.agree },
          { key: "interval", head: m.interval, numeric: true },
        ]}
        rows={groups.map(({ who, share, low, high, nearly }) => ({
          key: who,
          cells: {
            group: m.groups.name({ letter: who }),
            share: nearly ? (
              m.groups.nearly[nearly]
            ) : (
              <Bar share={share} low={low} high={high} text={m.percent({ n: percent(share) })} />
            ),
            interval: nearly ? "" : m.between({ low: percent(low), high: percent(high) }),
          },
        }))}
      />
    </>
  );
}
