import { Suspense, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { useLocale, useWords } from "../../language/words.ts";
import { clock } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { NumberBadge } from "../../ui/tag.tsx";
import { FlagForm } from "../flags/later-flag.tsx";
import type { Live } from "../live/use-live.tsx";
import { About } from "../room/about.tsx";
import { DeedForm } from "../room/deed-form.tsx";
import type { RoomData } from "../room/room-data.ts";
import { browserStore } from "../writing/store.ts";
import type { TalkLine, TalkList } from "./line.ts";
import { talkWords } from "./messages/talk.ts";
import { Aloud } from "./said-lines.tsx";
import { TalkForm } from "./talk-form.tsx";
import { useTalkLines } from "./use-talk-lines.tsx";

type Props = { readonly room: RoomData; readonly live: Live<"participant"> };

/** The conversation of a table in text: finished lines, those being written, and one's own. */
export function TableTalk({ room, live }: Props) {
  return room.group && room.talk ? <Talk room={room} live={live} group={room.group} first={room.talk} /> : null;
}

function Talk({ room, live, group, first }: Props & { group: NonNullable<RoomData["group"]>; first: TalkList }) {
  const m = useWords(talkWords).talk;
  const { lines, writing, refresh } = useTalkLines(room.session.id, group.id, first, live);
  const nameOf = (id: string) => group.members.find(({ personId }) => personId === id)?.name || m.somebody;
  const others = writing.filter(({ by, text }) => by !== room.me.personId && !isSaid(lines, nameOf(by), text));
  const heard = lines.findLast(({ own }) => !own);
  const panel = useOpen(lines.length > 0 || others.length > 0);
  const list = useNewest(`${panel.open} ${lines.length}`);
  return (
    <section className="wrap talk" aria-labelledby="gesprek">
      <h2 id="gesprek" className="visually-hidden">
        {m.title}
      </h2>
      <Aloud n={heard?.number ?? 0} text={heard ? m.said({ name: heard.by || m.somebody, text: heard.text }) : ""} />
      <details className="disclosure" open={panel.open} onToggle={panel.toggled}>
        <summary>
          {m.title} {lines.length > 0 ? <NumberBadge value={lines.length} soft /> : null}
          {panel.open ? null : (
            <span className="small quiet">
              {" "}
              {others.map(({ by, spoken }) => (spoken ? m.says : m.writes)({ name: nameOf(by) })).join(", ")}
            </span>
          )}
        </summary>
        <p className="small quiet">{m.lead}</p>
        {lines.length === 0 && others.length === 0 ? <p className="quiet">{m.none}</p> : null}
        <ol className="plain talk-lines" ref={list}>
          {lines.map((line) => (
            <Line key={line.id} line={line} room={room} />
          ))}
        </ol>
        <ul className="plain talk-lines being-written" aria-label={m.writing}>
          {others.map(({ by, text, spoken }) => (
            <li key={by}>
              <span className="said-by">{(spoken ? m.says : m.writes)({ name: nameOf(by) })}</span> <Written>{text}</Written>
            </li>
          ))}
        </ul>
        <TalkForm room={room} label={m.line} send={m.send} said={m.seen} mayHide onSaid={refresh} />
        <p className="small quiet">{m.keeps}</p>
      </details>
    </section>
  );
}

/** A line that was sent is told a moment before its field is known to be empty. */
const isSaid = (lines: readonly TalkLine[], by: string, text: string | null) =>
  text !== null && lines.slice(-3).some((line) => !line.own && line.by === by && line.text === text.trim());

/** A long conversation scrolls within its own place, with the newest in sight: what is written below it stays near. */
function useNewest(when: string) {
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: to look again, not to read
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [when]);
  return list;
}

const openKey = "klankbord:talk";

/** Opens by itself when something is said, until its reader closes it; and for who had it open before. */
function useOpen(isSpoken: boolean) {
  const [open, setOpen] = useState(isSpoken);
  const closed = useRef(false);
  useEffect(() => {
    if (!closed.current && (isSpoken || browserStore.get(openKey))) setOpen(true);
  }, [isSpoken]);
  return {
    open,
    toggled({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) {
      closed.current = !currentTarget.open;
      setOpen(currentTarget.open);
      browserStore.set(openKey, currentTarget.open ? "1" : null);
    },
  };
}

function Line({ line, room }: { line: TalkLine; room: RoomData }) {
  const m = useWords(talkWords).talk;
  const locale = useLocale();
  const at = `/bijeenkomst/${room.session.id}/bijdragen/${line.id}`;
  return (
    <li id={`bijdrage-${line.number}`} className={line.own ? "talk-own" : undefined}>
      <p>
        <span className="said-by">{line.own ? m.you : line.by || m.somebody}:</span> <Typed>{line.text}</Typed>
      </p>
      <div className="small quiet row-actions">
        <time className="num" dateTime={new Date(line.at).toISOString()}>
          {clock(new Date(line.at), locale)}
        </time>
        {line.own ? (
          <DeedForm action={`${at}/intrekking`} className="inline">
            <input type="hidden" name="terug" value="#gesprek" />
            <Button variant="quiet" size="small">
              {m.withdraw}
              <About text={line.text} />
            </Button>
          </DeedForm>
        ) : (
          <Suspense>
            <FlagForm at={at} number={line.number} done={room.flags.some(({ contributionId }) => contributionId === line.id)} />
          </Suspense>
        )}
      </div>
    </li>
  );
}
