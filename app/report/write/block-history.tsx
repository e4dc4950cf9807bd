import { Form } from "react-router";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { blockWords } from "./messages/blocks.ts";

interface Props {
  readonly history: readonly {
    readonly version: number;
    readonly how: "write" | "auto" | "restore" | "remove" | "put-back";
    readonly text: string;
    readonly by: string | null;
    readonly at: Date;
  }[];
  readonly mayWrite: boolean;
}

/** Who wrote what when; each earlier text can come back. */
export function BlockHistory({ history, mayWrite }: Props) {
  const { editor: m, outline } = useWords(blockWords);
  const locale = useLocale();
  if (history.length === 0) return <p>{m.historyNone}</p>;
  const line = ({ by, at, how }: Props["history"][number]) =>
    m.historyLine({ when: dateTime(at, locale), name: by || outline.somebody, how: m.how[how] });
  return (
    <ol className="plain block-history">
      {history.map((one, at) => (
        <li key={one.version}>
          {at === 0 ? (
            <p>
              {line(one)} ({m.now})
            </p>
          ) : (
            <Disclosure summary={line(one)}>
              <Typed as="p">{one.text}</Typed>
              {mayWrite ? (
                <Form method="post">
                  <input type="hidden" name="doen" value="herstel" />
                  <input type="hidden" name="versie" value={one.version} />
                  <p className="actions">
                    <Button variant="secondary" size="small">
                      {m.restore}
                      <span className="visually-hidden">: {line(one)}</span>
                    </Button>
                  </p>
                </Form>
              ) : null}
            </Disclosure>
          )}
        </li>
      ))}
    </ol>
  );
}
