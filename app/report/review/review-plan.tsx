import { Form } from "react-router";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { reviewWords } from "./messages/review.ts";
import type { Moment } from "./review.ts";

interface Props {
  readonly dates: Readonly<Record<string, string>>;
  readonly moment: Moment | null;
}

/** From when until when participants read along. */
export function PlanForm({ dates, moment }: Props) {
  const m = useWords(reviewWords).team;
  const days = (name: "from" | "until") => (
    <fieldset className="form-field plan-days">
      <legend>{m[name]}</legend>
      <TextField type="date" name={`${name}Date`} label={m.date} defaultValue={dates[`${name}Date`]} required />
      <TextField type="time" name={`${name}Time`} label={m.time} defaultValue={dates[`${name}Time`]} required />
    </fieldset>
  );
  return (
    <Form method="post" noValidate key={JSON.stringify(dates)}>
      <p className="small quiet">{m.planHint}</p>
      <input type="hidden" name="doen" value="dagen" />
      {moment === "open" ? (
        <>
          <input type="hidden" name="fromDate" value={dates.fromDate} />
          <input type="hidden" name="fromTime" value={dates.fromTime} />
        </>
      ) : (
        days("from")
      )}
      {days("until")}
      <p className="actions">
        <Button>{moment === null ? m.save.new : moment === "closed" ? m.again : m.save.change}</Button>
      </p>
    </Form>
  );
}
