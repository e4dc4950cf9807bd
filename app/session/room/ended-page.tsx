import { useWords } from "../../language/words.ts";
import { LinkButton } from "../../ui/button.tsx";
import { TestingInvite } from "../lobby/testing-invite.tsx";
import { Outcomes } from "../outcomes/outcomes.tsx";
import { OutsideInvite } from "../video/join/outside-invite.tsx";
import { ContributionList } from "../writing/contribution-list.tsx";
import { roomPartsWords } from "./messages/room-parts.ts";
import { roomStepWords } from "./messages/room-step.ts";
import type { RoomData } from "./room-data.ts";

export function EndedPage({ room }: { room: RoomData }) {
  const m = useWords(roomPartsWords);
  const { list, priorities } = useWords(roomStepWords);
  return (
    <div className="wrap room-text">
      <h1>{m.ended.title}</h1>
      <p className="lead">{room.dialogue.consultation ? m.ended.consultation : m.ended.text}</p>
      {room.dialogue.consultation ? null : (
        <p className="actions">
          <LinkButton href={`/mijn/${room.dialogue.slug}/inbreng`}>{m.ended.toMine}</LinkButton>
          {room.dialogue.promises ? (
            <LinkButton href={`/mijn/${room.dialogue.slug}/toezeggingen`} variant="secondary">
              {m.ended.promise}
            </LinkButton>
          ) : null}
        </p>
      )}
      <OutsideInvite room={room} />
      {room.testing ? <TestingInvite session={room.session.id} testing={room.testing} /> : null}
      <Outcomes room={room} />
      {room.prioritiesShown ? (
        <p>
          <a href={`/bijeenkomst/${room.session.id}/prioriteiten`}>{priorities}</a>
        </p>
      ) : null}
      <section aria-labelledby="ingebracht">
        <h2 id="ingebracht">{m.ended.yours}</h2>
        <ContributionList items={room.mine} sessionId={room.session.id} empty={list.none} inGroup={false} over />
      </section>
    </div>
  );
}
