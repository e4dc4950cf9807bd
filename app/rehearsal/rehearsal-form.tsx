import { Form } from "react-router";
import { leastPeople, mostPeople, speeds, totalSeconds } from "../dialogue/rehearsal.ts";
import { useDialogue } from "../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../language/words.ts";
import { type ErrorLine, errorOf } from "../platform/http/error-words.ts";
import { dateTimeRange } from "../platform/time.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Rail } from "../ui/chart/rail.tsx";
import { Empty } from "../ui/empty.tsx";
import { RadioGroup } from "../ui/form/choices.tsx";
import { TextField } from "../ui/form/text-field.tsx";
import { rehearsalWords } from "./messages/rehearsal.ts";

interface Props {
  readonly sheets: readonly { readonly id: string; readonly seconds: readonly number[] }[];
  readonly errors: readonly ErrorLine[];
  readonly typed: Readonly<Record<"bijeenkomst" | "tempo" | "aantal", string | undefined>>;
}

/** Which session, how fast, with how many. */
export function RehearsalForm({ sheets, errors, typed }: Props) {
  const m = useWords(rehearsalWords);
  const locale = useLocale();
  const { slug, sessions } = useDialogue();
  const shown = sessions.flatMap((one) => {
    const sheet = sheets.find(({ id }) => id === one.id);
    return sheet ? [{ ...one, seconds: sheet.seconds }] : [];
  });
  const last = shown.at(-1);
  if (!last)
    return (
      <Empty title={m.none}>
        <p>{m.noneText}</p>
        <LinkButton to={`/team/${slug}/draaiboek`}>{m.plan}</LinkButton>
      </Empty>
    );
  const chosen = shown.find(({ id }) => id === typed.bijeenkomst) ?? last;
  const minutes = (speed: number) =>
    Math.max(
      1,
      Math.round(
        totalSeconds(
          chosen.seconds.map((seconds) => ({ seconds })),
          speed,
        ) / 60,
      ),
    );
  return (
    <Rail id="begin" heading={m.begin}>
      <Form method="post" noValidate>
        {shown.length === 1 ? (
          <input type="hidden" name="bijeenkomst" value={last.id} />
        ) : (
          <RadioGroup
            name="bijeenkomst"
            legend={m.session}
            defaultValue={chosen.id}
            error={errorOf(errors, "bijeenkomst")}
            choices={shown.map(({ id, title, startsAt, endsAt }) => ({
              value: id,
              label: title,
              hint: dateTimeRange(startsAt, endsAt, locale),
            }))}
          />
        )}
        <RadioGroup
          name="tempo"
          legend={m.speed}
          defaultValue={typed.tempo}
          error={errorOf(errors, "tempo")}
          choices={speeds.map((speed) => ({ value: String(speed), label: m.speeds(speed, minutes(speed)) }))}
        />
        <TextField
          name="aantal"
          label={m.people}
          hint={m.peopleHint(leastPeople, mostPeople)}
          inputMode="numeric"
          defaultValue={typed.aantal}
          error={errorOf(errors, "aantal")}
          required
        />
        <div className="actions">
          <Button name="doen" value="start">
            {m.start}
          </Button>
        </div>
      </Form>
    </Rail>
  );
}
