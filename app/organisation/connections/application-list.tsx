import { useLocale, useWords } from "../../language/words.ts";
import { dateShort, dateTime } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { connectionWords } from "./messages/connections.ts";
import type { Scope } from "./scope.ts";

interface Props {
  readonly applications: readonly {
    readonly id: string;
    readonly name: string;
    readonly scopes: readonly Scope[];
    readonly oauthClient: string | null;
    readonly madeAt: Date;
    readonly usedAt: Date | null;
  }[];
}

export function ApplicationList({ applications }: Props) {
  const m = useWords(connectionWords).applications;
  const locale = useLocale();
  if (applications.length === 0) return <p className="quiet">{m.none}</p>;
  return (
    <ul className="entries">
      {applications.map((one) => (
        <li key={one.id}>
          <h3>{one.name}</h3>
          <p className="small quiet">
            {one.oauthClient ? m.byToken({ client: one.oauthClient }) : m.byKey}{" "}
            {m.since({ when: dateShort(one.madeAt, locale) })}{" "}
            {one.usedAt ? m.used({ when: dateTime(one.usedAt, locale) }) : m.neverUsed}
          </p>
          <ul className="small">
            {one.scopes.map((scope) => (
              <li key={scope}>{m.scopes[scope].name}</li>
            ))}
          </ul>
          <Disclosure summary={m.endName({ name: one.name })}>
            <form method="post">
              <input type="hidden" name="id" value={one.id} />
              <p>{m.endText}</p>
              <Button variant="secondary" size="small" name="doen" value="end-application">
                {m.end}
              </Button>
            </form>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
