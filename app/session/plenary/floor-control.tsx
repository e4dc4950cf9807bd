import { useLocale, useWords } from "../../language/words.ts";
import type { PersonId } from "../../platform/ids.ts";
import { clock } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { NumberBadge, Tag } from "../../ui/tag.tsx";
import { type CockpitHall, stepAt } from "../cockpit/cockpit-hall.ts";
import { Deed } from "../cockpit/deed.tsx";
import { talkWords } from "../talk/messages/talk.ts";
import { type Ask, turnSeconds } from "./floor.ts";

interface Props {
  readonly hall: CockpitHall;
  readonly asks: readonly Ask[];
  readonly here: ReadonlySet<PersonId>;
  readonly now: number;
}

/** The floor: who has it, and who asked, in the order in which they come. */
export function FloorControl({ hall, asks, here, now }: Props) {
  const m = useWords(talkWords).cockpit;
  const { view } = hall.live;
  const step = view.state === "live" ? hall.steps[stepAt(hall)] : undefined;
  if (step?.setting !== "plenary" || step.kind === "break") return null;
  // who has it on the screen does not also wait
  const waits = asks.filter(({ id }) => id !== view.floor?.id);
  return (
    <section aria-labelledby="floor" className="floor-control">
      <div className="section-head">
        <h2 id="floor">
          {m.title} <NumberBadge value={waits.length} soft />
        </h2>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {waits.length > 0 ? m.asks({ n: waits.length }) : null}
      </p>
      {view.floor ? <Speaker hall={hall} floor={view.floor} present={here.has(view.floor.personId)} now={now} /> : null}
      {waits.length === 0 ? <p className="quiet">{m.none}</p> : null}
      <ol className="plain floor-queue">
        {waits.map((one) => (
          <Waiting key={one.id} hall={hall} one={one} present={here.has(one.personId)} />
        ))}
      </ol>
    </section>
  );
}

function Speaker({
  hall,
  floor,
  present,
  now,
}: {
  hall: CockpitHall;
  floor: NonNullable<CockpitHall["live"]["view"]["floor"]>;
  present: boolean;
  now: number;
}) {
  const words = useWords(talkWords);
  const m = words.cockpit;
  const left = Math.max(0, Math.ceil((floor.endsAt - now) / 1000));
  return (
    <div className="floor-now">
      <p>
        <strong>{m.has({ name: floor.name || words.floor.somebody })}</strong>{" "}
        {floor.how === "text" ? <Tag>{m.inText}</Tag> : null} {present ? null : <Tag tone="warn">{m.away}</Tag>}{" "}
        <span className="num quiet">{left > 0 ? m.left({ seconds: left }) : m.over}</span>
      </p>
      {hall.steers ? (
        <div className="row-actions">
          <Deed to={`${hall.home}/woord`} fields={{ doen: "extend", gezien: floor.id, tot: floor.endsAt }}>
            <Button variant="quiet" size="small">
              {m.extend}
            </Button>
          </Deed>
          <Deed to={`${hall.home}/woord`} fields={{ doen: "end", gezien: floor.id }}>
            <Button variant="secondary" size="small">
              {m.end}
            </Button>
          </Deed>
        </div>
      ) : null}
    </div>
  );
}

function Waiting({ hall, one, present }: { hall: CockpitHall; one: Ask; present: boolean }) {
  const words = useWords(talkWords);
  const m = words.cockpit;
  const locale = useLocale();
  const field = hall.fields.find(({ id }) => id === one.fieldId);
  const [usual, ...others] = turnSeconds;
  const give = (seconds: number, variant: "secondary" | "quiet") => (
    <Deed
      key={seconds}
      to={`${hall.home}/woord`}
      fields={{ doen: "give", vraag: one.id, gezien: hall.live.view.floor?.id ?? "", seconden: seconds }}
    >
      <Button variant={variant} size="small">
        {m.give({ minutes: seconds / 60 })}
        <span className="visually-hidden">{m.about({ name: one.name })}</span>
      </Button>
    </Deed>
  );
  return (
    <li>
      <p>
        {field ? <FieldMark shape={field.shape} /> : null} <strong>{one.name || words.floor.somebody}</strong>{" "}
        <span className="quiet">
          <Written>{field?.name}</Written> {m.since({ time: clock(new Date(one.askedAt), locale) })}
        </span>{" "}
        {one.how === "text" ? <Tag>{m.inText}</Tag> : null} {present ? null : <Tag tone="warn">{m.away}</Tag>}{" "}
        {one.spoke === 0 && !one.wrote ? <Tag tone="now">{m.fresh}</Tag> : null}
        {one.spoke > 0 ? <Tag tone="plain">{m.spoke({ n: one.spoke })}</Tag> : null}{" "}
        {one.wrote ? <Tag tone="plain">{m.wrote}</Tag> : null}
      </p>
      {hall.steers ? (
        <div className="row-actions">
          {give(usual, "secondary")}
          <Disclosure summary={m.other}>
            <div className="row-actions">{others.map((seconds) => give(seconds, "quiet"))}</div>
          </Disclosure>
        </div>
      ) : null}
    </li>
  );
}
