import { mostKeys } from "../../../dialogue/people/passkey.ts";
import { useLocale, useWords } from "../../../language/words.ts";
import { dateShort } from "../../../platform/time.ts";
import { Button } from "../../../ui/button.tsx";
import { Rail } from "../../../ui/chart/rail.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { participantWords } from "../messages/participant.ts";

interface Key {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

/** The passkeys with which one comes in without a mail: those there are, and making another where the browser can. */
export function KeyList({ keys, device, slug }: { keys: readonly Key[]; device: string; slug: string }) {
  const m = useWords(participantWords).keys;
  const locale = useLocale();
  const at = `/mijn/${slug}/sleutels`;
  return (
    <Rail id="sleutels" heading={m.heading}>
      <p>{m.text}</p>
      {keys.length > 0 ? (
        <form method="post" action={at}>
          <input type="hidden" name="doen" value="remove" />
          <ul className="plain devices">
            {keys.map(({ id, name, createdAt, usedAt }) => (
              <li key={id}>
                <span>
                  <strong>{name}</strong>
                  <br />
                  <span className="small quiet">
                    {m.key({ made: dateShort(createdAt, locale), used: usedAt && dateShort(usedAt, locale) })}
                  </span>
                </span>
                <Button variant="quiet" size="small" name="key" value={id} aria-label={m.removeName({ name })}>
                  {m.remove}
                </Button>
              </li>
            ))}
          </ul>
        </form>
      ) : null}
      {keys.length >= mostKeys ? (
        <p>{m.full({ n: mostKeys })}</p>
      ) : (
        <>
          <form
            method="post"
            action={at}
            id="maak"
            hidden
            data-passkey="make"
            data-ask={`${at}/vraag`}
            data-stopped={m.stopped}
            data-nameless={m.nameless}
          >
            <input type="hidden" name="answer" />
            <input type="hidden" name="doen" value="add" />
            <TextField name="name" label={m.name} hint={m.nameHint} defaultValue={device} maxLength={60} required />
            <Button variant="secondary">{m.add}</Button>
            <p role="status" className="small" />
          </form>
          <p data-instead="maak" className="small quiet">
            {m.cannot}
          </p>
        </>
      )}
    </Rail>
  );
}
