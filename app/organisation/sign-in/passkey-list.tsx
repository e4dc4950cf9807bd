import { teamWords } from "../../dialogue/messages/team.ts";
import { mostKeys } from "../../dialogue/people/passkey.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateShort } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";

interface Key {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

/** The keys that somebody signs in with: what they are called, and making another. */
export function PasskeyList({ keys, device }: { keys: readonly Key[]; device: string }) {
  const m = useWords(teamWords).accountPage;
  return (
    <Rail id="sleutels" heading={m.keys}>
      <p>{m.keysText}</p>
      {keys.length === 0 && <p>{m.noKeys}</p>}
      <ul className="plain own-list">
        {keys.map((key) => (
          <KeyEntry key={key.id} one={key} />
        ))}
      </ul>
      {keys.length >= mostKeys ? (
        <p>{m.full({ n: mostKeys })}</p>
      ) : (
        <>
          <form
            method="post"
            action="/team/account/sleutels"
            id="maak"
            hidden
            data-passkey="make"
            data-ask="/team/account/sleutels/vraag"
            data-stopped={m.stopped}
            data-nameless={m.failed.nameless}
          >
            <input type="hidden" name="answer" />
            <input type="hidden" name="doen" value="add" />
            <TextField name="name" label={m.addName} hint={m.addHint} defaultValue={device} maxLength={60} required />
            <Button>{m.add}</Button>
            <p role="status" className="small" />
          </form>
          <p data-instead="maak">{m.cannot}</p>
        </>
      )}
    </Rail>
  );
}

function KeyEntry({ one }: { one: Key }) {
  const m = useWords(teamWords).accountPage;
  const locale = useLocale();
  const made = dateShort(one.createdAt, locale);
  const used = one.usedAt && dateShort(one.usedAt, locale);
  return (
    <li>
      <div>
        <strong>{one.name}</strong>
        <br />
        <span className="small quiet">{m.key({ made, used })}</span>
        <Disclosure summary={m.rename}>
          <form method="post" action="/team/account/sleutels">
            <input type="hidden" name="key" value={one.id} />
            <TextField id={`naam-${one.id}`} name="name" label={m.newName} defaultValue={one.name} maxLength={60} required />
            <Button variant="secondary" size="small" name="doen" value="rename">
              {m.save}
            </Button>
          </form>
        </Disclosure>
      </div>
      <form method="post" action="/team/account/sleutels">
        <input type="hidden" name="key" value={one.id} />
        <Button variant="quiet" size="small" name="doen" value="remove" aria-label={m.removeName({ name: one.name })}>
          {m.remove}
        </Button>
      </form>
    </li>
  );
}
