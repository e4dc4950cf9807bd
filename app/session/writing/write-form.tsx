import { Suspense, useState } from "react";
import { Link } from "react-router";
import { type ContributionKind, textLimits } from "../../contribution/contribution.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { counted } from "../room/counted.ts";
import { DeedForm } from "../room/deed-form.tsx";
import { roomWords } from "../room/messages/room.ts";
import { roomStepWords } from "../room/messages/room-step.ts";
import { newId } from "../room/new-id.ts";
import type { RoomData } from "../room/room-data.ts";
import { SimilarNeeds } from "./later-similar.tsx";
import { writingWords } from "./messages/writing.ts";
import { NeedFields } from "./need-fields.tsx";
import type { WritePlace } from "./write-place.ts";

/** Where a participant writes. The button stays left under the text, whatever else appears. */
export function WriteForm({ room, place, kind }: { room: RoomData; place: WritePlace; kind: ContributionKind }) {
  const { count } = useWords(roomWords).write;
  const m = useWords(roomStepWords).write;
  const { need: words, keptSame } = useWords(writingWords);
  const [kept, setKept] = useState<{ readonly number: number; readonly same: number | null } | null>(null);
  // Each thing that is written has its own id, chosen before it is sent: sent twice it is kept once.
  const [id, setId] = useState(room.fresh);
  const circle = place.circle(kind);
  const isNeed = kind === "need";
  return (
    <section className="own" aria-labelledby="schrijven">
      <h2 id="schrijven" className="visually-hidden">
        {m.choose}
      </h2>
      {place.kinds.length > 1 ? (
        <nav aria-label={m.choose} className="kinds">
          {place.kinds.map((one) => (
            <Link key={one} to={`?soort=${one}`} replace preventScrollReset aria-current={one === kind ? "true" : undefined}>
              {m.kinds[one]}
            </Link>
          ))}
        </nav>
      ) : null}
      <DeedForm
        key={`${id}${kind}`}
        label={m.writing({ kind: m.kinds[kind] })}
        action={`/bijeenkomst/${room.session.id}/bijdragen`}
        sendAs={`bijdrage:${id}`}
        draft={{ step: place.key, form: kind }}
        onSent={(answer) => {
          const { number, same = null } = answer.status === "kept" ? answer : {};
          setKept(number === undefined ? null : { number, same });
          setId(newId());
        }}
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name={place.field.name} value={place.field.value} />
        <input type="hidden" name="terug" value={`${place.field.name === "moment" ? "/behoeften" : ""}?soort=${kind}`} />
        <TextArea
          name="text"
          id={`tekst-${kind}`}
          label={words.labels[kind]}
          hint={isNeed ? `${words.hints.need} ${words.example(room.example)}` : words.hints[kind]}
          rows={3}
          required
          {...counted(count, textLimits[kind])}
        />
        {isNeed ? (
          <Disclosure summary={words.more}>
            <NeedFields fields={room.fields} example={room.example} />
          </Disclosure>
        ) : null}
        <p className="actions">
          <Button>{circle === "private" ? m.send.alone : circle === "group" ? m.send.group : m.send.all}</Button>
          <span className="small quiet">{circle === "private" ? m.privately : circle === "group" ? m.withGroup : m.withAll}</span>
        </p>
        {isNeed ? (
          <Suspense>
            <SimilarNeeds session={room.session.id} />
          </Suspense>
        ) : null}
      </DeedForm>
      <p className="small" role="status">
        {kept === null ? null : kept.same === null ? m.kept(kept) : keptSame({ number: kept.number, same: kept.same })}
      </p>
    </section>
  );
}
