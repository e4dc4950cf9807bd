import { Suspense, useState } from "react";
import { useWords } from "../../language/words.ts";
import { namingWords } from "../../themes/messages/naming.ts";
import { type NameOption, proposalLimit, proposalsEach } from "../../themes/naming/naming.ts";
import { NamingResult } from "../../themes/naming/naming-result.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Around, Typed, Written } from "../../ui/form/typed.tsx";
import { Card } from "../../ui/layout/card.tsx";
import { Tag } from "../../ui/tag.tsx";
import { FlagForm } from "../flags/later-flag.tsx";
import { About } from "../room/about.tsx";
import { counted } from "../room/counted.ts";
import { DeedForm } from "../room/deed-form.tsx";
import { newId } from "../room/new-id.ts";
import type { RoomData } from "../room/room-data.ts";

type Props = { readonly room: RoomData; readonly naming: NonNullable<RoomData["naming"]> };

/** The plenary names a theme: propose, choose one, and see what came of it. */
export function Naming({ room, naming }: Props) {
  const m = useWords(namingWords);
  const { state, theme, central } = naming;
  const over = state === "closed" || state === "adopted";
  return (
    <section className="naming flow-small" aria-labelledby="naamgeven">
      <h2 id="naamgeven">{m.title}</h2>
      {state === "adopted" ? null : (
        <p>
          <Around words={{ name: theme.name }} say={(p) => m.now({ needs: theme.needs, ...p })} />
        </p>
      )}
      {over ? null : (
        <>
          {theme.description ? <Typed as="p">{theme.description}</Typed> : null}
          <h3>{m.central}</h3>
          {central.length === 0 ? <p className="quiet">{m.noCentral}</p> : null}
          {central.map(({ id, text }) => (
            <Typed as="blockquote" key={id}>
              {text}
            </Typed>
          ))}
        </>
      )}
      {state === "proposing" ? <Propose key={naming.id} room={room} naming={naming} /> : null}
      {state === "choosing" ? <Choose room={room} naming={naming} /> : null}
      {over ? <NamingResult naming={naming} /> : null}
    </section>
  );
}

function Propose({ room, naming }: Props) {
  const m = useWords(namingWords);
  const [id, setId] = useState(naming.fresh);
  const [sent, setSent] = useState(false);
  const at = `/bijeenkomst/${room.session.id}`;
  const machine = naming.options.filter(({ origin }) => origin === "machine");
  const proposed = naming.options.filter(({ origin }) => origin === "people");
  const mine = proposed.filter(({ own }) => own).length;
  return (
    <>
      {machine.length > 0 ? (
        <p className="small quiet">{m.phrases({ phrases: machine.map(({ name }) => `‘${name}’`).join(", ") })}</p>
      ) : null}
      {mine < proposalsEach ? (
        <DeedForm
          key={id}
          className="own"
          action={`${at}/namen`}
          sendAs={`naam:${id}`}
          draft={{ step: "-", form: `edit:naam:${naming.id}` }}
          onSent={({ status }) => {
            setSent(status === "kept");
            setId(newId());
          }}
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="naming" value={naming.id} />
          <input type="hidden" name="terug" value="#naamgeven" />
          <TextField
            name="text"
            id="naam-voorstel"
            label={m.yours}
            hint={m.hint}
            autoComplete="off"
            required
            {...counted(m.limit, proposalLimit)}
          />
          <Button>{m.propose}</Button>
        </DeedForm>
      ) : (
        <p>{m.full}</p>
      )}
      <p className="small" role="status">
        {sent ? m.sent : null}
      </p>
      <h3>{m.proposed}</h3>
      {proposed.length === 0 ? <p className="quiet">{m.noneProposed}</p> : null}
      <ul className="plain notes">
        {proposed.map((one) => (
          <Proposed key={one.key} one={one} room={room} />
        ))}
      </ul>
    </>
  );
}

function Proposed({ one, room }: { one: NameOption; room: RoomData }) {
  const m = useWords(namingWords);
  const at = `/bijeenkomst/${room.session.id}/bijdragen/${one.key}`;
  return (
    <Card as="li" className="note">
      <p>
        <Written>{one.name}</Written>
      </p>
      <footer>
        {one.own ? (
          <DeedForm action={`${at}/intrekking`} className="inline">
            <input type="hidden" name="terug" value="#naamgeven" />
            <Button variant="quiet" size="small">
              {m.withdraw}
              <About text={one.name} />
            </Button>
          </DeedForm>
        ) : (
          <Suspense>
            <FlagForm
              at={at}
              number={one.number ?? 0}
              done={room.flags.some(({ contributionId }) => contributionId === one.key)}
            />
          </Suspense>
        )}
      </footer>
    </Card>
  );
}

function Choose({ room, naming }: Props) {
  const m = useWords(namingWords);
  return (
    <>
      <h3 aria-live="polite">{m.choose}</h3>
      <p className="small quiet">{m.chooseHint}</p>
      <DeedForm action={`/bijeenkomst/${room.session.id}/naamkeuze`} sendAs={`naamkeuze:${naming.id}`} className="name-choice">
        <input type="hidden" name="naming" value={naming.id} />
        <input type="hidden" name="terug" value="#naamgeven" />
        {naming.options.map(({ key, name, origin }) => {
          const chosen = naming.chosen === key;
          return (
            <button type="submit" key={key} name="option" value={key} aria-pressed={chosen} className="name-option">
              <span>
                <Written>{name}</Written>
                <span className="small quiet">{m.origin[origin]}</span>
              </span>
              {chosen ? <Tag tone="now">{m.chosen}</Tag> : null}
            </button>
          );
        })}
      </DeedForm>
    </>
  );
}
