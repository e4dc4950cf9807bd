import { useLocale, useWords } from "../../language/words.ts";
import { clock, dateShort } from "../../platform/time.ts";
import type { EventKind } from "../../platform/webhooks/event.ts";
import type { HookProblem } from "../../platform/webhooks/hook.ts";
import { Button } from "../../ui/button.tsx";
import { columnsOf, DataTable } from "../../ui/data-table.tsx";
import { Tag, type Tone } from "../../ui/tag.tsx";
import { connectionWords } from "./messages/connections.ts";

type State = "waiting" | "delivered" | "failed";
const tones: Readonly<Record<State, Tone>> = { waiting: "now", delivered: "good", failed: "bad" };

interface Props {
  readonly deliveries: readonly {
    readonly id: string;
    readonly kind: EventKind;
    readonly at: Date;
    readonly state: State;
    readonly attempts: number;
    readonly nextAt: Date;
    readonly answer: number | null;
    readonly problem: HookProblem | null;
    readonly doneAt: Date | null;
  }[];
}

/** What was sent to one address, the newest first. */
export function DeliveryTable({ deliveries }: Props) {
  const all = useWords(connectionWords);
  const m = all.hook;
  const locale = useLocale();
  if (deliveries.length === 0) return <p className="quiet">{m.none}</p>;
  const moment = (at: Date) => `${dateShort(at, locale)}, ${clock(at, locale)}`;
  return (
    <DataTable
      caption={m.caption}
      captionHidden
      narrow="stack"
      rowHeaders
      columns={columnsOf(m, "what", "when", "state", "deed")}
      rows={deliveries.map((one) => ({
        key: one.id,
        cells: {
          what: all.hooks.kinds[one.kind],
          when: moment(one.at),
          state: (
            <>
              <Tag tone={tones[one.state]}>{m.states[one.state]}</Tag>
              <span className="small quiet line">
                {one.doneAt && one.state === "delivered" ? moment(one.doneAt) : null}
                {one.problem ? `${m.problems[one.problem]({ answer: one.answer ?? 0 })} ` : null}
                {one.attempts > 0 && one.state !== "delivered" ? `${m.tried({ n: one.attempts })} ` : null}
                {one.state === "waiting" && one.attempts > 0 ? m.next({ when: moment(one.nextAt) }) : null}
              </span>
            </>
          ),
          deed:
            one.state === "waiting" ? null : (
              <form method="post">
                <input type="hidden" name="doen" value="again" />
                <Button variant="quiet" size="small" name="delivery" value={one.id}>
                  {m.again}
                  <span className="visually-hidden">
                    {" "}
                    ({all.hooks.kinds[one.kind]}, {moment(one.at)})
                  </span>
                </Button>
              </form>
            ),
        },
      }))}
    />
  );
}
