import { useWords } from "../../language/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import type { HallView } from "./hall-view.ts";
import { cockpitWords } from "./messages/cockpit.ts";

/** All groups as one list, the most urgent first: for a keyboard, a screen reader, and whoever rather reads. */
export function TableList({ hall, groups, people, here, found }: HallView) {
  const words = useWords(cockpitWords);
  const m = words.asList;
  const asking = new Map(found.map((one) => [one.groupId, one.why]));
  const nameOf = new Map(people.map(({ personId, name }) => [personId, name]));
  return (
    <section id="lijst">
      <p className="small">
        <TextLink to="?#tables">{m.hide}</TextLink>
      </p>
      <DataTable
        caption={m.title}
        rowHeaders
        narrow="stack"
        columns={[
          { key: "group", head: m.group },
          { key: "here", head: m.here },
          { key: "attention", head: m.attention },
          { key: "needs", head: m.needs, numeric: true },
          { key: "written", head: m.written, numeric: true },
          { key: "noteTaker", head: m.noteTaker },
        ]}
        rows={groups.map((group) => {
          const why = asking.get(group.id);
          const name = words.attention.group({ number: group.number });
          return {
            key: group.id,
            cells: {
              group: hall.steers ? <TextLink to={`${hall.home}/deelgroepen/${group.id}`}>{name}</TextLink> : name,
              here: m.hereOf({ here: group.members.filter((id) => here.has(id)).length, of: group.members.length }),
              attention: why ? <strong>{m.kinds[why]}</strong> : m.fine,
              needs: group.needs,
              written: group.written,
              noteTaker: group.noteTakerId ? nameOf.get(group.noteTakerId) || m.someone : m.none,
            },
          };
        })}
      />
    </section>
  );
}
