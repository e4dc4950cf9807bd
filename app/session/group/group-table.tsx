import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Live } from "../live/use-live.tsx";
import { cardFields } from "../lobby/card.ts";
import { DeedForm } from "../room/deed-form.tsx";
import { roomStepWords } from "../room/messages/room-step.ts";
import type { Member, RoomData } from "../room/room-data.ts";
import { useTile } from "../video/join/tile-slot.tsx";

/** The far rim of the table: who sits there, with their cards. */
export function GroupTable({ room, live }: { room: RoomData; live: Live<"participant"> }) {
  const m = useWords(roomStepWords).group;
  const { group } = room;
  if (!group) return null;
  const seen = live.view.group;
  const here = new Set(seen?.members.filter(({ present }) => present).map(({ personId }) => personId as string));
  const noteTaker = seen?.noteTakerId ?? null;
  return (
    <section className="wrap" aria-labelledby="aan-tafel">
      <h2 id="aan-tafel" className="visually-hidden">
        {m.members}
      </h2>
      <ul className="plain seats">
        {group.members.map((one) => (
          <li key={one.personId} className={one.you ? "seat-you" : undefined}>
            <Person one={one} here={one.you || here.has(one.personId)} takesNotes={noteTaker === one.personId} />
          </li>
        ))}
      </ul>
      <DeedForm action={`/bijeenkomst/${room.session.id}/notulist`} className="note-taker">
        <input type="hidden" name="group" value={group.id} />
        {noteTaker === room.me.personId ? (
          <p className="small">{m.nowNotes}</p>
        ) : (
          <p className="small">
            {noteTaker === null ? <span className="quiet">{m.noNotes} </span> : null}
            <Button variant="quiet" size="small">
              {m.takeNotes}
            </Button>
          </p>
        )}
      </DeedForm>
    </section>
  );
}

function Person({ one, here, takesNotes }: { one: Member; here: boolean; takesNotes: boolean }) {
  const m = useWords(roomStepWords);
  const Tile = useTile();
  const mark = one.shape ? <FieldMark shape={one.shape} large /> : null;
  const told = cardFields.filter((name) => one.card[name]);
  return (
    <>
      <span className="tile">
        {Tile ? (
          <Tile personId={one.personId} you={one.you} name={one.name}>
            {mark}
          </Tile>
        ) : (
          mark
        )}
      </span>
      <span className="name">
        {one.name || m.list.somebody} {one.you ? `(${m.group.you})` : null}
      </span>
      <span className="role">
        <Written>{one.field}</Written>
      </span>
      <span className="seat-state">
        {takesNotes ? <Tag>{m.group.noteTaker}</Tag> : null}
        {here ? null : (
          <span className="seat-away">
            <Tag tone="plain">{m.group.away}</Tag>
          </span>
        )}
      </span>
      {told.length > 0 ? (
        <Disclosure summary={one.you ? m.card.title : m.card.theirs}>
          <dl className="small">
            {told.map((name) => (
              <div key={name}>
                <dt>{m.card[name]}</dt>
                <dd>
                  <Written>{one.card[name]}</Written>
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
    </>
  );
}
