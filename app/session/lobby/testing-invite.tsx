import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { checkWords } from "../check/messages/check.ts";
import type { RoomData, Testing } from "../room/room-data.ts";

/** The check is open beside what this page is about: how far one is, and the way to it. */
export function TestingInvite({ session, testing }: { session: string; testing: Testing }) {
  const m = useWords(checkWords).beside;
  const locale = useLocale();
  const { answered, of, until } = testing;
  return (
    <section aria-labelledby="toetsen">
      <h2 id="toetsen">{m.title}</h2>
      <p>
        {answered === 0 ? m.begin({ of }) : answered < of ? m.left({ answered, of }) : m.all}{" "}
        {until ? m.until({ when: dateTime(until, locale) }) : null}
      </p>
      <p className="actions">
        <LinkButton variant="secondary" href={`/bijeenkomst/${session}/toets`}>
          {answered === 0 ? m.start : answered < of ? m.goOn : m.look}
        </LinkButton>
      </p>
    </section>
  );
}

/** Above the check on a page of its own: that one may stop, until when, and the way to the session while it goes on. */
export function BesideSession({ room }: { room: RoomData }) {
  const m = useWords(checkWords).beside;
  const locale = useLocale();
  const { id, state } = room.session;
  const until = room.check?.until;
  return (
    <div className="wrap room-notices">
      {state === "live" ? (
        <Notice
          action={
            <LinkButton variant="secondary" size="small" href={`/bijeenkomst/${id}`}>
              {m.toRoom}
            </LinkButton>
          }
        >
          {m.live}
        </Notice>
      ) : null}
      <p className="small quiet">
        {m.stop} {until ? m.until({ when: dateTime(until, locale) }) : null}
      </p>
    </div>
  );
}
