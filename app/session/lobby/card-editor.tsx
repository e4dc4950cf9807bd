import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { FieldLine } from "../../ui/form/field-mark.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Card } from "../../ui/layout/card.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { counted } from "../room/counted.ts";
import { DeedForm } from "../room/deed-form.tsx";
import { roomWords } from "../room/messages/room.ts";
import { roomStepWords } from "../room/messages/room-step.ts";
import type { RoomData } from "../room/room-data.ts";
import { cardFields, cardLimit } from "./card.ts";

/** One's own card, as others see it, and the form to change it. */
export function CardEditor({ room }: { room: RoomData }) {
  const { count } = useWords(roomWords).write;
  const words = useWords(roomStepWords);
  const m = words.card;
  const { me } = room;
  return (
    <Card as="section" labelledBy="uw-kaart">
      <h2 id="uw-kaart">{me.name || m.title}</h2>
      {me.shape ? <FieldLine shape={me.shape}>{me.field}</FieldLine> : null}
      <dl>
        {cardFields.map((name) =>
          me.card[name] ? (
            <div key={name}>
              <dt>{m[name]}</dt>
              <dd>
                <Written>{me.card[name]}</Written>
              </dd>
            </div>
          ) : null,
        )}
      </dl>
      <Disclosure summary={m.edit}>
        <p className="small quiet">{m.lead}</p>
        <DeedForm
          action={`/bijeenkomst/${room.session.id}/kaart`}
          key={JSON.stringify(me.card)}
          draft={{ step: "-", form: "edit:card" }}
        >
          {cardFields.map((name) => (
            <TextArea
              key={name}
              name={name}
              label={m[name]}
              rows={2}
              defaultValue={me.card[name]}
              {...counted(count, cardLimit)}
            />
          ))}
          <Button variant="secondary">{m.save}</Button>
        </DeedForm>
      </Disclosure>
    </Card>
  );
}
