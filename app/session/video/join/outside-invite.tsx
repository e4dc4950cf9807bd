import { useLocale, useWords } from "../../../language/words.ts";
import { dateLong } from "../../../platform/time.ts";
import { LinkButton } from "../../../ui/button.tsx";
import type { RoomData } from "../../room/room-data.ts";
import { writingWords } from "../../writing/messages/writing.ts";

/** The way to what can be written outside the steps, as long as it can; afterwards, until when it could. */
export function OutsideInvite({ room }: { room: RoomData }) {
  const m = useWords(writingWords);
  const locale = useLocale();
  const { outside, addedUntil, session } = room;
  const last = addedUntil ? dateLong(new Date(addedUntil.getTime() - 1), locale) : "";
  if (!outside) return session.state === "ended" && addedUntil ? <p className="quiet">{m.closed.since({ last })}</p> : null;
  const prepared = room.mine.filter(({ kind, state }) => kind === "need" && state === "visible").length;
  return (
    <section aria-labelledby="zelf-schrijven">
      <h2 id="zelf-schrijven">{m[outside.moment].title}</h2>
      <p>
        {outside.moment === "after" ? m.after.until({ last }) : prepared > 0 ? m.before.have({ n: prepared }) : m.before.text}
      </p>
      <p className="actions">
        <LinkButton variant="secondary" href={`/bijeenkomst/${session.id}/behoeften`}>
          {m[outside.moment].go}
        </LinkButton>
      </p>
    </section>
  );
}
