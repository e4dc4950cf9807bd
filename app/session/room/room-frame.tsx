import { type ReactNode, Suspense } from "react";
import type { Outside } from "../../dialogue/outside.ts";
import { pageWords } from "../../language/page.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { type Seat, TableDrawing } from "../../ui/chart/table-drawing.tsx";
import { Around, Typed, Written } from "../../ui/form/typed.tsx";
import { FooterLinks, LanguageSwitch } from "../../ui/frame.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { RoomPage } from "../../ui/layout/shell.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TimeLeft } from "../clock/time-left.tsx";
import { OwnFlags } from "../flags/later-flag.tsx";
import { HelpSlot } from "../help/help-slot.tsx";
import { liveWords } from "../live/messages/live.ts";
import type { Live } from "../live/use-live.tsx";
import { Unsent } from "../writing/unsent.tsx";
import { DeedForm } from "./deed-form.tsx";
import { roomWords } from "./messages/room.ts";
import type { RoomData } from "./room-data.ts";

type Props = {
  readonly room: RoomData;
  readonly live: Live<"participant">;
  /** Outside the steps: for which time is written on this page. */
  readonly writing: Outside | null;
  readonly children: ReactNode;
};

/** What stays where it is from step to step: table, place, time, help, rules. */
export function RoomFrame({ room, live, writing, children }: Props) {
  const m = useWords(roomWords);
  const page = useWords(pageWords);
  const { step, group, dialogue } = room;
  const place = group
    ? m.place.group({ number: group.number })
    : step
      ? step.setting === "alone"
        ? m.place.alone
        : m.place.plenary
      : room.session.state === "ended"
        ? m.place.ended
        : m.place.lobby;
  return (
    <RoomPage
      skipText={page.skip}
      table={
        <TableDrawing
          seats={seatsOf(room, live)}
          size={60}
          label={group ? m.place.table({ n: group.members.length }) : undefined}
        />
      }
      place={place}
      step={
        step ? (
          <Around words={{ title: step.title }} say={({ title }) => m.step({ at: step.at, of: step.of, title })} />
        ) : (
          <Written>{dialogue.title}</Written>
        )
      }
      timer={<TimeLeft view={live.view} now={live.now} />}
      help={room.session.state === "live" || room.session.state === "lobby" ? <HelpSlot room={room} /> : null}
      languageSwitch={<LanguageSwitch />}
      footer={
        <>
          {dialogue.houseRules ? (
            <Disclosure summary={m.rules}>
              <Typed as="p">{dialogue.houseRules}</Typed>
            </Disclosure>
          ) : null}
          {dialogue.helpContact ? <span>{m.tech({ contact: dialogue.helpContact })}</span> : null}
          <FooterLinks>
            <a href={`/mijn/${dialogue.slug}`}>{m.mine}</a>
          </FooterLinks>
        </>
      }
      bleed
    >
      <title>{step ? `${step.title} · ${dialogue.title}` : dialogue.title}</title>
      <div className="wrap room-notices">
        <Connection live={live} />
        <HelpSaid room={room} />
        {live.view.announcement ? (
          <Notice variant="info" title={m.announcement} live="polite">
            <Written>{live.view.announcement}</Written>
          </Notice>
        ) : null}
        {live.view.group?.announcement ? (
          <Notice variant="info" title={m.toGroup} live="polite">
            <Written>{live.view.group.announcement}</Written>
          </Notice>
        ) : null}
        {live.view.measure.muted ? (
          <Notice variant="warn" live="polite" title={m.muted}>
            <Why reason={room.measures.muted} contact={dialogue.helpContact} />
          </Notice>
        ) : null}
        {live.view.measure.asked ? (
          <Notice variant="warn" live="polite" title={m.asked}>
            <Why reason={room.measures.asked} contact={dialogue.helpContact} />
          </Notice>
        ) : null}
        {room.session.state === "live" && !room.agreed ? (
          <Notice>
            <Disclosure summary={m.notice.late}>
              <p>{room.dialogue.consultation ? m.notice.consultation : m.notice.text}</p>
            </Disclosure>
            <DeedForm action={`/bijeenkomst/${room.session.id}/gelezen`}>
              <Button variant="secondary" size="small">
                {m.notice.agree}
              </Button>
            </DeedForm>
          </Notice>
        ) : null}
        <Unsent step={writing ?? (room.session.state === "live" ? (step?.id ?? null) : null)} />
        {room.flags.length > 0 ? (
          <Suspense>
            <OwnFlags flags={room.flags} />
          </Suspense>
        ) : null}
        <noscript>
          <p>
            <a href={`/bijeenkomst/${room.session.id}`}>{m.refresh}</a>
          </p>
        </noscript>
      </div>
      {children}
    </RoomPage>
  );
}

/** The reason of a measure, and with whom to turn to. */
function Why({ reason, contact }: { reason: string | null; contact: string }) {
  const m = useWords(roomWords).measure;
  return (
    <>
      {reason ? (
        <p className="as-typed">
          <Around words={{ reason }} say={m.reason} />
        </p>
      ) : null}
      <p>{m.turnTo({ contact })}</p>
    </>
  );
}

function Connection({ live }: { live: Live<"participant"> }) {
  const m = useWords(liveWords).connection;
  return <div aria-live="polite">{live.connection === "lost" ? <Notice variant="warn">{m.lost}</Notice> : null}</div>;
}

/** That help comes, and what the answer was, is told at once; the answer stands until the next step. */
function HelpSaid({ room }: { room: RoomData }) {
  const m = useWords(roomWords).help;
  const { open, answer, fresh } = room.help;
  return (
    <div aria-live="polite">
      {open ? <p className="visually-hidden">{m.open}</p> : null}
      {answer && fresh ? (
        <Notice variant="info" title={m.answer}>
          <Written>{answer}</Written>
        </Notice>
      ) : null}
    </div>
  );
}

function seatsOf(room: RoomData, live: Live<"participant">): readonly Seat[] {
  if (!room.group) return [{ state: "you", ...(room.me.shape ? { shape: room.me.shape } : {}) }];
  const here = new Set(live.view.group?.members.filter(({ present }) => present).map(({ personId }) => personId as string));
  return room.group.members.map(({ personId, you, shape }) => ({
    state: you ? "you" : here.has(personId) ? "present" : "away",
    ...(shape ? { shape } : {}),
  }));
}
