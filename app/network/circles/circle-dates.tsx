import type { Locale } from "../../language/locale.ts";
import { useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { consultationWords } from "../consultation/messages/consultation.ts";
import { circleLimits, dateAnswers } from "./circle.ts";
import type { CirclePage, CircleTrouble } from "./circle-page.ts";
import { circlesWords } from "./messages/circles.ts";

type Props = { readonly page: CirclePage; readonly trouble?: CircleTrouble | null; readonly locale?: Locale };

export function CircleMeeting({ page, locale = "nl" }: Props) {
  const m = useWords(circlesWords).one;
  const live = useWords(consultationWords);
  return (
    <Rail id="bijeenkomst" heading={m.meeting}>
      {page.meeting ? (
        <>
          <p>
            <strong>{m.at({ when: dateTime(page.meeting.startsAt, locale) })}</strong>
          </p>
          {page.meeting.place ? <Typed as="p">{page.meeting.place}</Typed> : null}
          <p>
            <a href={`/netwerk/${page.slug}/groepen/${page.number}/agenda.ics`} download>
              {m.calendar}
            </a>
          </p>
          {page.kind === "consultation" && page.leads ? (
            <p>
              <a href={`/netwerk/${page.slug}/groepen/${page.number}/live`}>{live.link}</a>
            </p>
          ) : null}
        </>
      ) : (
        <p>{m.noMeeting}</p>
      )}
    </Rail>
  );
}

/** Everybody says what suits; who said what is for nobody. */
export function CircleDates({ page, locale = "nl" }: Props) {
  const m = useWords(circlesWords).one;
  if (page.dates.length === 0) return null;
  return (
    <Rail id="momenten" heading={m.dates}>
      <p>{m.datesLead}</p>
      <form method="post">
        {page.dates.map(({ id, startsAt, mine, counts: [yes = 0, maybe = 0, no = 0] }) => (
          <RadioGroup
            key={id}
            id={`kan-${id}`}
            name={`kan-${id}`}
            legend={dateTime(startsAt, locale)}
            hint={m.counted({ yes, maybe, no })}
            columns="row"
            defaultValue={mine ?? undefined}
            choices={dateAnswers.map((value) => ({ value, label: m.answers[value] }))}
          />
        ))}
        <p className="actions">
          <Button name="doen" value="kan">
            {m.saveDates}
          </Button>
        </p>
      </form>
    </Rail>
  );
}

export function CirclePick({ page, trouble, locale = "nl" }: Props) {
  const m = useWords(circlesWords).one;
  if (page.best.length === 0) return null;
  const mistaken = trouble?.field === "pick" || trouble?.field === "place" ? trouble : null;
  return (
    <Rail id="prikken" heading={m.pick}>
      <form method="post" noValidate>
        <RadioGroup
          name="date"
          legend={m.pick}
          hint={m.pickHint}
          error={mistaken?.field === "pick" ? m.errors.pick?.missing : undefined}
          defaultValue={page.best[0]?.id}
          choices={page.best.map(({ id, startsAt, counts: [yes = 0, maybe = 0, no = 0] }) => ({
            value: id,
            label: dateTime(startsAt, locale),
            hint: m.counted({ yes, maybe, no }),
          }))}
        />
        <TextField
          name="place"
          label={m.place}
          hint={m.placeHint}
          defaultValue={mistaken ? mistaken.text : (page.meeting?.place ?? "")}
          error={mistaken?.field === "place" ? m.errors.place?.long : undefined}
        />
        <p className="actions">
          <Button name="doen" value="prik">
            {m.pickButton}
          </Button>
        </p>
      </form>
    </Rail>
  );
}

export function CirclePropose({ page, trouble }: Props) {
  const words = useWords(circlesWords);
  const m = words.one;
  const mistaken = trouble?.field === "dates" ? trouble : null;
  return (
    <Rail id="voorstellen" heading={m.propose}>
      <Disclosure summary={m.propose} open={mistaken !== null || (page.dates.length === 0 && !page.meeting)}>
        <form method="post" noValidate>
          <p>{m.proposeHint}</p>
          <ErrorSummary
            heading={words.form.summary}
            errors={mistaken ? [{ field: "dag-1", text: m.errors.dates?.[mistaken.code] ?? "" }] : []}
          />
          {Array.from({ length: circleLimits.options }, (_, n) => n + 1).map((n) => (
            <div key={n} className="side-by-side">
              <TextField id={`dag-${n}`} name="dag" type="date" label={m.day({ n })} />
              <TextField id={`tijd-${n}`} name="tijd" type="time" label={m.time({ n })} />
            </div>
          ))}
          <p className="actions">
            <Button name="doen" value="stel-voor">
              {m.proposeButton}
            </Button>
          </p>
        </form>
      </Disclosure>
    </Rail>
  );
}
