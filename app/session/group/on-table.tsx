import { layOut } from "../../contribution/lay-out.ts";
import type { Seen } from "../../contribution/seen.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { clock } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Around } from "../../ui/form/typed.tsx";
import { Card } from "../../ui/layout/card.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { Tag } from "../../ui/tag.tsx";
import { About } from "../room/about.tsx";
import { DeedForm } from "../room/deed-form.tsx";
import { roomPartsWords } from "../room/messages/room-parts.ts";
import { roomStepWords } from "../room/messages/room-step.ts";
import { Note } from "../room/note.tsx";
import type { RoomData } from "../room/room-data.ts";
import { OtherWords } from "../writing/other-words.tsx";
import { bundles, type TableDeed } from "./gather.ts";

/** The boxes stand with the needs, the button below them: they find each other by the name of the form. */
const putTogether = "samenleggen";

/** What lies on the group's table: needs can be put together, and chosen to bring to the plenary. */
export function OnTable({ room }: { room: RoomData }) {
  const { list } = useWords(roomStepWords);
  const m = useWords(roomPartsWords).gather;
  const { table, session, gathered } = room;
  if (table.length === 0) return <p className="quiet">{list.tableNone}</p>;
  const { shown, others } = layOut(table);
  const lying = bundles(shown);
  const several = lying.filter(({ needs: [first] }) => first?.kind === "need").length > 1;
  return (
    <>
      {several ? <p className="small">{m.how}</p> : null}
      <ul className="plain notes">
        {lying.map(({ needs, brought }) => (
          <Lying
            key={needs[0]?.together ?? needs[0]?.id}
            needs={needs}
            brought={brought}
            room={room}
            several={several}
            others={others}
          />
        ))}
      </ul>
      {several ? (
        <DeedForm action={`/bijeenkomst/${session.id}/samen`} id={putTogether} className="inline put-together">
          <input type="hidden" name="terug" value="#op-tafel" />
          <Button variant="secondary">{m.put}</Button>
        </DeedForm>
      ) : null}
      {gathered.length > 0 ? <Done gathered={gathered} table={table} /> : null}
    </>
  );
}

interface LyingProps {
  readonly needs: readonly Seen[];
  readonly brought: boolean;
  readonly room: RoomData;
  readonly several: boolean;
  /** How others say the same as one of these. */
  readonly others: ReturnType<typeof layOut>["others"];
}

/** One need, or those that were put together. */
function Lying({ needs, brought, room, several, others }: LyingProps) {
  const m = useWords(roomPartsWords).gather;
  const [first] = needs;
  if (!first) return null;
  const at = `/bijeenkomst/${room.session.id}`;
  const together = needs.length > 1;
  const isNeed = first.kind === "need";
  const note = (one: Seen) => (
    <>
      <Note one={one} at={`${at}/bijdragen/${one.id}`} inGroup flags={room.flags} />
      <OtherWords items={others.get(one.id)} sessionId={room.session.id} inGroup flags={room.flags} />
    </>
  );
  return (
    <Card
      as="li"
      id={together ? undefined : `bijdrage-${first.number}`}
      look={brought ? "chosen" : "plain"}
      className={together ? "note together" : "note arrives"}
    >
      {together ? (
        <>
          <h3>{m.together({ n: needs.length, people: room.together[first.together ?? ""] ?? 0 })}</h3>
          <ul className="plain">
            {needs.map((one) => (
              <li key={one.id} id={`bijdrage-${one.number}`}>
                {note(one)}
                <DeedForm action={`${at}/los`} sendAs={`los:${one.id}`} className="inline">
                  <input type="hidden" name="need" value={one.id} />
                  <input type="hidden" name="terug" value={`#bijdrage-${one.number}`} />
                  <Button variant="quiet" size="small">
                    {m.apart}
                    <About text={one.text} />
                  </Button>
                </DeedForm>
              </li>
            ))}
          </ul>
        </>
      ) : (
        note(first)
      )}
      {isNeed ? (
        <div className="gather">
          {several ? (
            // a new box once what it stands for changed
            <label className="small" key={needs.map(({ id }) => id).join()}>
              <input type="checkbox" name="need" value={first.id} form={putTogether} /> {m.choose}
              <About text={first.text} />
            </label>
          ) : null}
          <DeedForm action={`${at}/meenemen`} sendAs={`meenemen:${first.id}`} className="inline">
            {needs.map(({ id }) => (
              <input key={id} type="hidden" name="need" value={id} />
            ))}
            <input type="hidden" name="terug" value={`#bijdrage-${first.number}`} />
            {brought ? <Tag tone="now">{m.brought}</Tag> : null}
            <Button variant={brought ? "quiet" : "secondary"} size="small" name="on" value={brought ? "0" : "1"}>
              {brought ? m.keep : m.bring}
              <About text={first.text} />
            </Button>
          </DeedForm>
          {brought ? <p className="small quiet">{m.broughtHow}</p> : null}
        </div>
      ) : null}
    </Card>
  );
}

/** Who did what, and when. */
function Done({ gathered, table }: { gathered: readonly TableDeed[]; table: readonly Seen[] }) {
  const m = useWords(roomPartsWords).gather;
  const locale = useLocale();
  const short = (number: number) => {
    const text = table.find((one) => one.number === number)?.text ?? "";
    return `‘${text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text}’`;
  };
  return (
    <Disclosure summary={m.deeds}>
      <ol className="plain small">
        {gathered.map(({ id, kind, numbers, own, by, at }) => (
          <li key={id}>
            <span className="num quiet">{clock(at, locale)}</span> {own ? m.you : by || m.somebody}{" "}
            <Around words={{ what: numbers.map(short).join(", ") || m.gone }} say={m.done[kind]} />
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
