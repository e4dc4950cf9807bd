import { useLocale, useWords } from "../../../language/words.ts";
import { dateTime } from "../../../platform/time.ts";
import { Button } from "../../../ui/button.tsx";
import { Rail } from "../../../ui/chart/rail.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { participantWords } from "../messages/participant.ts";

interface Device {
  readonly id: string;
  readonly name: string;
  readonly since: Date;
  readonly confirmed: boolean;
  readonly here: boolean;
}

/** In which browsers one is signed in, to end each or all. */
export function DeviceList({ devices, slug }: { devices: readonly Device[]; slug: string }) {
  const m = useWords(participantWords).devices;
  const locale = useLocale();
  return (
    <Rail id="apparaten" heading={m.heading}>
      <p>{m.text}</p>
      <form method="post" action={`/mijn/${slug}/apparaten`}>
        <ul className="plain devices">
          {devices.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{one.name}</strong> {one.here ? <Tag tone="now">{m.here}</Tag> : null}
                {one.confirmed ? null : <Tag tone="warn">{m.waits}</Tag>}
                <br />
                <span className="small quiet">{m.since({ when: dateTime(one.since, locale) })}</span>
              </span>
              <Button
                variant="quiet"
                size="small"
                name="one"
                value={one.id}
                aria-label={`${m.endName({ name: one.name })}, ${m.since({ when: dateTime(one.since, locale) })}`}
              >
                {m.end}
              </Button>
            </li>
          ))}
        </ul>
        <p className="row-actions">
          {devices.length > 1 ? (
            <Button variant="secondary" name="which" value="others">
              {m.others}
            </Button>
          ) : null}
          <Button variant="secondary" danger name="which" value="all" aria-describedby="all-hint">
            {m.all}
          </Button>
        </p>
        <p className="small quiet" id="all-hint">
          {m.allHint}
        </p>
      </form>
    </Rail>
  );
}
