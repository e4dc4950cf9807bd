import type { ContributionKind } from "../../contribution/contribution.ts";
import { useWords } from "../../language/words.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { GroupTable } from "../group/group-table.tsx";
import { useSeat } from "../group/use-seat.tsx";
import type { Live } from "../live/use-live.tsx";
import { ContributionList } from "../writing/contribution-list.tsx";
import { WriteForm } from "../writing/write-form.tsx";
import { inStep } from "../writing/write-place.ts";
import {
  BroughtList,
  CheckPage,
  GroupLife,
  MarkList,
  Naming,
  NoTable,
  OnTable,
  Outcomes,
  PlenaryFloor,
  TableTalk,
  TestingInvite,
  ThemeMarks,
} from "./later.tsx";
import { roomStepWords } from "./messages/room-step.ts";
import type { RoomData, RoomStep } from "./room-data.ts";

type Props = {
  readonly room: RoomData;
  readonly step: RoomStep;
  readonly kind: ContributionKind | null;
  readonly live: Live<"participant">;
};

/** The step that is on: its question, the work, and what lies on the table. */
export function StepBody({ room, step, kind, live }: Props) {
  const m = useWords(roomStepWords);
  const inGroup = step.setting === "group";
  // Where people write, the place to write comes first; a round of speaking stays beside the faces.
  const lifeBelow = inGroup && room.group !== null && kind !== null && !room.life?.turn;
  useSeat(room, live);
  if (room.check) return <CheckPage room={room} check={room.check} />;
  return (
    <div className={inGroup ? "step-body in-group" : "step-body"}>
      <div className="wrap asked">
        <h1 className={step.question ? "question" : undefined}>
          <Written>{step.question || step.title}</Written>
        </h1>
        {step.instruction ? (
          <p>
            <Written>{step.instruction}</Written>
          </p>
        ) : null}
        {inGroup && room.group && kind ? (
          <p className="to-writing">
            <LinkButton variant="secondary" size="small" href="#schrijven">
              {m.toWriting}
            </LinkButton>
          </p>
        ) : null}
      </div>
      {inGroup && room.group ? (
        <>
          {room.life?.topic ? (
            <p className="wrap strong">
              <Written>{room.life.topic}</Written>
            </p>
          ) : null}
          <GroupTable room={room} live={live} />
          {lifeBelow ? null : <GroupLife room={room} live={live} />}
          <TableTalk key={`${room.group.id} ${step.id}`} room={room} live={live} />
        </>
      ) : inGroup ? (
        <NoTable room={room} />
      ) : null}
      {room.floor ? <PlenaryFloor key={step.id} room={room} floor={room.floor} live={live} /> : null}
      <div className={inGroup ? "tabletop" : undefined}>
        <div className="wrap places">
          {step.kind === "break" ? <p className="lead">{m.break}</p> : null}
          {room.naming ? <Naming room={room} naming={room.naming} /> : null}
          {kind ? (
            <div className="own-side">
              <WriteForm key={step.id} room={room} place={inStep(step, room.group !== null)} kind={kind} />
              {lifeBelow ? <GroupLife room={room} live={live} /> : null}
            </div>
          ) : null}
          {room.toMark ? <MarkList room={room} toMark={room.toMark} /> : null}
          {step.collects.includes("theme-mark") ? <ThemeMarks room={room} /> : null}
          {step.kind === "close" && room.dialogue.promises ? (
            <p>
              <a href={`/mijn/${room.dialogue.slug}/toezeggingen`}>{m.promise}</a>
            </p>
          ) : null}
          {room.prioritiesShown ? (
            <p>
              <a href={`/bijeenkomst/${room.session.id}/prioriteiten`}>{m.priorities}</a>
            </p>
          ) : null}
          {room.outcomes.length > 0 ? <Outcomes room={room} /> : null}
          <Beside room={room} step={step} />
          {room.testing ? <TestingInvite session={room.session.id} testing={room.testing} /> : null}
        </div>
      </div>
    </div>
  );
}

function Beside({ room, step }: { room: RoomData; step: RoomStep }) {
  const m = useWords(roomStepWords).list;
  const id = room.session.id;
  const own = room.mine.filter((one) => !["condition", "example", "name"].includes(one.kind));
  if (step.setting === "group" && step.kinds.length > 0) {
    // what went to all without lying on this table does not vanish from the eye, and that something was hidden is told
    const elsewhere = own.filter(
      ({ id, shared, state }) =>
        shared === "private" || state === "hidden" || (shared === "all" && !room.table.some((one) => one.id === id)),
    );
    return (
      <section aria-labelledby="op-tafel" className="flow-small">
        <h2 id="op-tafel">{m.table}</h2>
        <OnTable room={room} />
        {elsewhere.some(({ state }) => state === "visible" || state === "hidden") ? (
          <>
            <h2>{m.own}</h2>
            <ContributionList items={elsewhere} sessionId={id} empty={m.none} inGroup />
          </>
        ) : null}
      </section>
    );
  }
  if (step.setting === "alone" && step.kinds.length > 0)
    return (
      <section aria-labelledby="eigen">
        <h2 id="eigen">{m.own}</h2>
        <ContributionList items={own} sessionId={id} empty={m.none} inGroup={false} />
      </section>
    );
  const hidden = own.filter(({ state }) => state === "hidden");
  return (
    <>
      {room.showsBrought ? (
        <BroughtList room={room} />
      ) : step.setting === "plenary" && room.all.length > 0 ? (
        <section aria-labelledby="gedeeld">
          <h2 id="gedeeld">{m.all}</h2>
          {room.allMore > 0 ? (
            <p className="quiet">{m.newest({ n: room.all.length, of: room.all.length + room.allMore })}</p>
          ) : null}
          <ContributionList items={room.all} sessionId={id} empty={m.allNone} inGroup={false} flags={room.flags} />
        </section>
      ) : null}
      {hidden.length > 0 ? (
        <section aria-labelledby="verborgen">
          <h2 id="verborgen">{m.own}</h2>
          <ContributionList items={hidden} sessionId={id} empty="" inGroup={false} />
        </section>
      ) : null}
    </>
  );
}
