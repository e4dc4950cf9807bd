import { useState } from "react";
import { Link } from "react-router";
import { type ContributionKind, circleFor, textLimits } from "../contribution/contribution.ts";
import { roomWords } from "../messages/room.ts";
import { useWords } from "../messages/words.ts";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { counted } from "./counted.ts";
import { DeedForm } from "./deed-form.tsx";
import { NeedFields } from "./need-fields.tsx";
import { newId } from "./new-id.ts";
import type { RoomData, RoomStep } from "./room-data.ts";

/** Where a participant writes. The button stays left under the text, whatever else appears. */
export function WriteForm({ room, step, kind }: { room: RoomData; step: RoomStep; kind: ContributionKind }) {
  const m = useWords(roomWords).write;
  const [kept, setKept] = useState<number | null>(null);
  // Each thing that is written has its own id, chosen before it is sent: sent twice it is kept once.
  const [id, setId] = useState(room.fresh);
  const circle = circleFor(kind, step.setting, room.group !== null);
  return (
    <section className="own" aria-labelledby="schrijven">
      <h2 id="schrijven" className="visually-hidden">
        {m.choose}
      </h2>
      {step.kinds.length > 1 ? (
        <nav aria-label={m.choose} className="kinds">
          {step.kinds.map((one) => (
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
        draft={{ step: step.id, form: kind }}
        onSent={(answer) => {
          setKept(answer.status === "kept" ? (answer.number ?? null) : null);
          setId(newId());
        }}
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="step" value={step.id} />
        <input type="hidden" name="terug" value={`?soort=${kind}`} />
        <TextArea
          name="text"
          id={`tekst-${kind}`}
          label={m.labels[kind]}
          hint={m.hints[kind]}
          rows={3}
          required
          {...counted(m.count, textLimits[kind])}
        />
        {kind === "need" ? (
          <Disclosure summary={m.more}>
            <NeedFields />
          </Disclosure>
        ) : null}
        <p className="actions">
          <Button>{circle === "private" ? m.send.alone : circle === "group" ? m.send.group : m.send.all}</Button>
          <span className="small quiet">{circle === "private" ? m.privately : circle === "group" ? m.withGroup : m.withAll}</span>
        </p>
      </DeedForm>
      <p className="small" role="status">
        {kept === null ? null : m.kept({ number: kept })}
      </p>
    </section>
  );
}
