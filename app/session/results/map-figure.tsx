import { useWords } from "../../language/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { useSays } from "./dot-lines.tsx";
import { InsightLine } from "./insight-line.tsx";
import { mapSize, type OpinionMap } from "./map.ts";
import { resultsWords } from "./messages/results.ts";
import type { OpinionGroup } from "./results.ts";
import type { Shown } from "./shown.ts";

/** Groups as lettered regions with a pattern each; then in words, and as a table. Every part of the drawing is a link into those words. */
export function MapFigure({ shown }: { shown: Shown }) {
  const m = useWords(resultsWords).map;
  const says = useSays();
  const { map, groups } = shown.results;
  return (
    <>
      <figure className="chart">
        <figcaption>{m.lead}</figcaption>
        {map ? <MapDrawing map={map} groups={groups} shown={shown} /> : <p>{m.withheld}</p>}
        {map ? <p className="small quiet legend">{m.legend}</p> : null}
      </figure>
      <div className="camps">
        {groups.map((group, at) => (
          <section key={group.id} id={`groep-${group.id}`} tabIndex={-1} aria-labelledby={`naam-${group.id}`}>
            <h3 id={`naam-${group.id}`}>
              <span className={`letter-mark large camp-${at + 1}`} aria-hidden="true">
                {group.id}
              </span>{" "}
              {m.group({ letter: group.id, n: group.people })}
            </h3>
            {group.defining.length === 0 ? <p>{m.noDefining}</p> : null}
            <ul className="plain">
              {group.defining.map((one) => (
                <li key={one.statement}>
                  <InsightLine shown={shown} id={one.statement} />
                  <p className="small quiet">{m.defining({ own: says(one.own), rest: says(one.rest), choice: one.choice })}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <GroupTable shown={shown} />
    </>
  );
}

function MapDrawing({ map, groups, shown }: { map: OpinionMap; groups: readonly OpinionGroup[]; shown: Shown }) {
  const m = useWords(resultsWords).map;
  const people = (id: string) => groups.find((one) => one.id === id)?.people ?? 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset
    <svg
      className="opinion-map"
      viewBox={`0 0 ${mapSize.width} ${mapSize.height}`}
      focusable="false"
      role="group"
      aria-label={m.label({ letters: groups.map(({ id }) => id) })}
    >
      <Patterns />
      <rect className="field" width={mapSize.width} height={mapSize.height} rx="6" />
      {map.regions.map(({ id, edge, core }, at) => (
        <g key={id} className={`region camp-${at + 1}`}>
          <path className="edge" d={edge} fillRule="evenodd" />
          <path className="hatch" d={edge} fillRule="evenodd" fill={`url(#hatch-${at + 1})`} />
          <path className="core" d={core} fillRule="evenodd" />
        </g>
      ))}
      {map.landmarks.map(({ statement, x, y }) => {
        const one = shown.insights[statement];
        return one ? (
          <a key={statement} href={one.href} aria-label={`${m.insightLink({ n: one.number })}: ${one.text}`}>
            <circle className="landmark" cx={x} cy={y} r="11" />
            <text className="landmark-number" x={x} y={y + 4.5}>
              {one.number}
            </text>
          </a>
        ) : null;
      })}
      {map.regions.map(({ id, x, y }) => (
        <a key={id} href={`#groep-${id}`} aria-label={m.groupLink({ letter: id, n: people(id) })}>
          <circle className="letter-disc" cx={x} cy={y} r="17" />
          <text className="letter" x={x} y={y + 8}>
            {id}
          </text>
        </a>
      ))}
    </svg>
  );
}

/** Told apart without colour: lines one way, dots, lines the other way, crossed lines, lying lines. */
function Patterns() {
  return (
    <defs>
      <pattern id="hatch-1" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V9" />
      </pattern>
      <pattern id="hatch-2" width="9" height="9" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="1.3" />
      </pattern>
      <pattern id="hatch-3" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <path d="M0 0V9" />
      </pattern>
      <pattern id="hatch-4" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V10M0 0H10" />
      </pattern>
      <pattern id="hatch-5" width="8" height="8" patternUnits="userSpaceOnUse">
        <path d="M0 0H8" />
      </pattern>
    </defs>
  );
}

function GroupTable({ shown }: { shown: Shown }) {
  const words = useWords(resultsWords);
  const m = words.map;
  const says = useSays();
  const { groups, groupShares } = shown.results;
  const rows = groupShares.filter(({ statement }) => shown.insights[statement]);
  if (rows.length === 0) return null;
  return (
    <Disclosure summary={m.table}>
      <DataTable
        caption={m.tableCaption}
        captionHidden
        rowHeaders
        narrow="stack"
        columns={[
          { key: "insight", head: m.insight },
          ...groups.map(({ id }) => ({ key: id, head: m.inGroup({ letter: id }), numeric: true })),
        ]}
        rows={rows.map(({ statement, parts }) => ({
          key: statement,
          cells: {
            insight: <InsightLine shown={shown} id={statement} />,
            ...Object.fromEntries(
              parts.map((part) => [part.who, part.nearly ? says(part) : `${says(part)} (${words.between(part)})`]),
            ),
          },
        }))}
      />
    </Disclosure>
  );
}
