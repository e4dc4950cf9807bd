import { Form } from "react-router";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import type { Desk } from "../desk/desk.ts";
import { themesWords } from "../messages/themes.ts";
import { timesInTen } from "./advice.ts";

/** What could be placed without a person, with its price told beforehand. */
export function MachinePart({ desk }: { desk: Desk }) {
  const m = useWords(themesWords).machine;
  const { machine } = desk;
  return (
    <Disclosure summary={m.heading}>
      {machine === null ? <p className="small">{m.none}</p> : null}
      {machine && !machine.measured ? <p className="small">{m.notYet}</p> : null}
      {machine?.measured ? (
        <>
          <p className="small">{m.measured(machine.measured)}</p>
          <ol className="plain prices">
            {machine.prices.map(({ threshold, placed, wrong, left }) => (
              <li key={threshold}>
                <h4>{m.at({ n: timesInTen(threshold) })}</h4>
                <p className="small">{m.price({ placed, wrong, left })}</p>
                {placed > 0 ? (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="threshold" value={threshold} />
                    <Button variant="secondary" size="small" name="deed" value="place-sure">
                      {m.place({ n: Math.min(placed, 500) })}
                    </Button>
                  </Form>
                ) : null}
              </li>
            ))}
          </ol>
          <p className="small quiet">{m.hint}</p>
        </>
      ) : null}
    </Disclosure>
  );
}
