import { Form } from "react-router";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { differenceWords } from "../document/messages/difference.ts";
import { type Difference, isSame } from "./difference.ts";
import { DifferenceLines } from "./difference-list.tsx";

interface Props {
  /** When the team last said that it saw the data, and what differs since; null: it never said so. */
  readonly seen: { readonly at: Date; readonly difference: Difference | null } | null;
  /** While a session is going on there are no figures to compare. */
  readonly live: boolean;
  readonly mayWrite: boolean;
}

/** What the data say now that they did not when the team last looked. Texts stay as they are. */
export function SeenNote({ seen, live, mayWrite }: Props) {
  const m = useWords(differenceWords).seen;
  const locale = useLocale();
  if (live || (!seen && !mayWrite)) return null;
  const same = seen?.difference ? isSame(seen.difference) : false;
  return (
    <section className="seen" aria-labelledby="gezien">
      <h3 id="gezien">{seen ? m.since({ at: dateTime(new Date(seen.at), locale) }) : m.heading}</h3>
      {!seen ? <p>{m.never}</p> : same ? <p>{m.same}</p> : null}
      {seen?.difference && !same ? <DifferenceLines difference={seen.difference} /> : null}
      {mayWrite && !same ? (
        <Form method="post">
          <input type="hidden" name="doen" value="gezien" />
          <Button variant="secondary" size="small">
            {seen ? m.again : m.first}
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
