import type { ReactNode } from "react";
import { Link } from "react-router";
import { useWords } from "../../language/words.ts";
import { TextLink } from "../../ui/layout/text.tsx";
import { NumberBadge } from "../../ui/tag.tsx";
import { GroupDrawing } from "../grouping/group-drawing.tsx";
import type { HallView } from "./hall-view.ts";
import { cockpitWords } from "./messages/cockpit.ts";

/** Beyond this many groups the hall shows all of them small, each always in its own place. */
const wholeHallFrom = 25;

/** The tables that go well; a big hall shows all, so that none ever moves. */
export function Tables({
  counts,
  shownOnly,
  ...view
}: HallView & { counts: { needs: number; lastMinute: number }; shownOnly: HallView["groups"] | null }) {
  const m = useWords(cockpitWords);
  const { hall, groups, found } = view;
  if (groups.length === 0) return null;
  const whole = groups.length >= wholeHallFrom;
  const asking = new Map(found.map((one) => [one.groupId, one.why]));
  const shown = shownOnly ?? (whole ? groups : groups.filter(({ id }) => !asking.has(id)));
  if (shownOnly && !whole) return null;
  return (
    <section aria-labelledby="tables">
      <div className="section-head">
        <h2 id="tables">
          {whole ? m.pages.hall : m.hall.well} <NumberBadge value={shown.length} soft />
        </h2>
        <p className="small quiet">
          {counts.needs > 0 && m.hall.newNeeds({ n: counts.needs, fresh: counts.lastMinute })}{" "}
          {groups.length > 0 && <TextLink to="?weergave=lijst#lijst">{m.asList.show}</TextLink>}
        </p>
      </div>
      <ul className={whole ? "hall plain" : "calm plain"}>
        {shown.map((group) => (
          <li key={group.id} className={asking.has(group.id) ? "asks" : undefined}>
            <TableLink to={hall.steers ? `${hall.home}/deelgroepen/${group.id}` : null}>
              <GroupDrawing
                group={group}
                size={whole ? 56 : 84}
                tone={whole ? toneOf(asking.get(group.id)) : "calm"}
                known={view.known}
                here={view.here}
              />
              {!whole && <span className="small">{m.attention.written({ n: group.written })}</span>}
            </TableLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TableLink({ to, children }: { to: string | null; children: ReactNode }) {
  return to ? (
    <Link className="at-table" to={to}>
      {children}
    </Link>
  ) : (
    <div className="at-table">{children}</div>
  );
}

function toneOf(kind: HallView["found"][number]["why"] | undefined) {
  return kind === "help" ? "help" : kind === undefined ? "calm" : kind === "blank" ? "bare" : "silent";
}
