import { Form, Link, useSearchParams } from "react-router";
import type { Seen } from "../../contribution/seen.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { Card } from "../../ui/layout/card.tsx";
import { About } from "../room/about.tsx";
import { DeedForm } from "../room/deed-form.tsx";
import { roomPartsWords } from "../room/messages/room-parts.ts";
import type { RoomData } from "../room/room-data.ts";
import { ContributionList } from "../writing/contribution-list.tsx";
import { marksEach } from "./mark.ts";
import { markedAtOnce, type ToMark } from "./to-mark.ts";

/** Three marks over the needs that are shared with all; each person meets them in an order of their own. */
export function MarkList({ room, toMark }: { room: RoomData; toMark: ToMark }) {
  const m = useWords(roomPartsWords).marks;
  const { chosen, gone, needs, found, total } = toMark;
  const left = marksEach - room.marks.length;
  const mark = { sessionId: room.session.id, full: left === 0 };
  return (
    <div className="marks">
      <NotShared room={room} />
      <section aria-labelledby="stippen">
        <h2 id="stippen" aria-live="polite">
          {m.left({ n: left })}
        </h2>
        {room.marks.length > 0 ? (
          <>
            <h3>{m.yours}</h3>
            <ul className="plain notes">
              {chosen.map((one) => (
                <Need key={one.id} {...mark} {...one} marked />
              ))}
              {gone.map((id) => (
                <Need key={id} {...mark} id={id} number={0} shape={null} text={m.gone} marked />
              ))}
            </ul>
          </>
        ) : null}
        {total === 0 ? <p className="lead">{m.none}</p> : null}
        <Seek toMark={toMark} />
        {needs.length < found ? <p className="quiet">{m.some({ n: needs.length, of: found })}</p> : null}
        <ul className="plain notes">
          {needs.map((one) => (
            <Need key={one.id} {...mark} {...one} marked={false} />
          ))}
        </ul>
        <More shown={needs.length} found={found} />
      </section>
    </div>
  );
}

/** Needs of one field, or with these words; where there are few of them all stand on the page already. */
function Seek({ toMark: { fields, needs, found, total } }: { toMark: ToMark }) {
  const m = useWords(roomPartsWords).marks;
  const [params] = useSearchParams();
  const [asked, words] = [params.get("vakgebied"), params.get("zoek") ?? ""];
  return (
    <>
      {fields.length > 1 ? (
        <nav className="kinds" aria-label={m.fields}>
          <Link to="?" preventScrollReset aria-current={asked === null && words === "" ? "true" : undefined}>
            {m.all}
          </Link>
          {fields.map(({ name }) => (
            <Link
              key={name}
              to={`?vakgebied=${encodeURIComponent(name)}`}
              preventScrollReset
              aria-current={asked === name ? "true" : undefined}
            >
              <Written>{name}</Written>
            </Link>
          ))}
        </nav>
      ) : null}
      {total > markedAtOnce ? (
        <Form method="get" className="seek" role="search" preventScrollReset>
          {asked ? <input type="hidden" name="vakgebied" value={asked} /> : null}
          <TextField
            key={words}
            name="zoek"
            type="search"
            label={m.search}
            hint={m.searchHint}
            defaultValue={words}
            maxLength={100}
          />
          <Button variant="secondary" type="submit">
            {m.find}
          </Button>
        </Form>
      ) : null}
      {found === 0 && needs.length === 0 && (asked !== null || words !== "") ? (
        <p role="status">{words === "" ? m.noneOfField : m.noneFound}</p>
      ) : null}
    </>
  );
}

function More({ shown, found }: { shown: number; found: number }) {
  const m = useWords(roomPartsWords).marks;
  const [params] = useSearchParams();
  if (shown >= found) return null;
  const next = new URLSearchParams(params);
  next.set("tot", String(shown + markedAtOnce));
  return (
    <p>
      <Link to={`?${next}`} preventScrollReset>
        {m.more({ n: Math.min(markedAtOnce, found - shown) })}
      </Link>
    </p>
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
      <Typed as="p">{text}</Typed>
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
