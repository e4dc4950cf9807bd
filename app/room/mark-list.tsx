import { Link, useSearchParams } from "react-router";
import type { Seen } from "../contribution/seen.ts";
import { roomPartsWords } from "../messages/room-parts.ts";
import { useWords } from "../messages/words.ts";
import { marksEach } from "../priorities/mark.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FieldMark } from "../ui/field-mark.tsx";
import { About } from "./about.tsx";
import { ContributionList } from "./contribution-list.tsx";
import { DeedForm } from "./deed-form.tsx";
import type { RoomData } from "./room-data.ts";

/** Three marks over the needs that are shared with all; each person meets them in an order of their own. */
export function MarkList({ room }: { room: RoomData }) {
  const m = useWords(roomPartsWords);
  const [params] = useSearchParams();
  const given = new Set(room.marks);
  const left = marksEach - given.size;
  const asked = params.get("vakgebied");
  const fields = [...new Map(room.all.map(({ field, shape }) => [field ?? "", shape])).entries()]
    .filter(([field]) => field !== "")
    .sort(([, a], [, b]) => (a ?? 0) - (b ?? 0));
  const chosen = room.all.filter(({ id }) => given.has(id));
  // Other words for a need that is here weigh with it.
  const isHere = (id: string | undefined) => room.all.some((one) => one.id === id);
  const others = room.all.filter(
    ({ id, field, sameAs }) => !given.has(id) && !isHere(sameAs?.id) && (asked === null || field === asked),
  );
  const gone = room.marks.filter((id) => !room.all.some((one) => one.id === id));
  const mark = { sessionId: room.session.id, full: left === 0 };
  return (
    <div className="marks">
      <NotShared room={room} />
      <section aria-labelledby="stippen">
        <h2 id="stippen" aria-live="polite">
          {m.marks.left({ n: left })}
        </h2>
        {given.size > 0 ? (
          <>
            <h3>{m.marks.yours}</h3>
            <ul className="plain notes">
              {chosen.map((one) => (
                <Need key={one.id} {...mark} id={one.id} number={one.number} shape={one.shape} text={one.text} marked />
              ))}
              {gone.map((id) => (
                <Need key={id} {...mark} id={id} number={0} shape={null} text={m.marks.gone} marked />
              ))}
            </ul>
          </>
        ) : null}
        {room.all.length === 0 ? <p className="lead">{m.marks.none}</p> : null}
        {fields.length > 1 ? (
          <nav className="kinds" aria-label={m.marks.fields}>
            <Link to="?" preventScrollReset aria-current={asked === null ? "true" : undefined}>
              {m.marks.all}
            </Link>
            {fields.map(([field]) => (
              <Link
                key={field}
                to={`?vakgebied=${encodeURIComponent(field)}`}
                preventScrollReset
                aria-current={asked === field ? "true" : undefined}
              >
                {field}
              </Link>
            ))}
          </nav>
        ) : null}
        {others.length === 0 && asked !== null ? <p>{m.marks.noneOfField}</p> : null}
        <ul className="plain notes">
          {others.map((one) => (
            <Need key={one.id} {...mark} id={one.id} number={one.number} shape={one.shape} text={one.text} marked={false} />
          ))}
        </ul>
      </section>
    </div>
  );
}

interface NeedProps {
  readonly sessionId: string;
  readonly id: string;
  readonly number: number;
  readonly shape: number | null;
  readonly text: string;
  readonly marked: boolean;
  readonly full: boolean;
}

function Need({ sessionId, id, number, shape, text, marked, full }: NeedProps) {
  const m = useWords(roomPartsWords).marks;
  return (
    <Card as="li" id={number > 0 ? `bijdrage-${number}` : undefined} look={marked ? "chosen" : "plain"} className="note">
      <p className="as-typed">{text}</p>
      <DeedForm action={`/bijeenkomst/${sessionId}/stippen`} sendAs={`stip:${id}`} className="inline">
        <input type="hidden" name="need" value={id} />
        <input type="hidden" name="terug" value="#stippen" />
        {shape ? <FieldMark shape={shape} /> : null}
        <Button
          variant={marked ? "quiet" : "secondary"}
          size="small"
          name="on"
          value={marked ? "0" : "1"}
          disabled={!marked && full}
        >
          {marked ? m.take : m.give}
          <About text={text} />
        </Button>
      </DeedForm>
    </Card>
  );
}

/** What would be left out: own needs that still lie in private, or on one table. */
function NotShared({ room }: { room: RoomData }) {
  const m = useWords(roomPartsWords).marks;
  const own: readonly Seen[] = room.mine.filter((one) => one.kind === "need" && one.state === "visible" && one.shared !== "all");
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="niet-gedeeld" className="own">
      <h2 id="niet-gedeeld">{m.notShared({ n: own.length })}</h2>
      <p>{m.notSharedText}</p>
      <ContributionList items={own} sessionId={room.session.id} empty="" inGroup={false} />
    </section>
  );
}
