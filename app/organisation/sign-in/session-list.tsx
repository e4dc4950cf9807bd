import { teamWords } from "../../dialogue/messages/team.ts";
import type { SignInWay } from "../../dialogue/people/sign-in-way.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Tag } from "../../ui/tag.tsx";

interface Props {
  readonly sessions: readonly {
    readonly id: string;
    readonly name: string;
    readonly way: SignInWay | null;
    readonly createdAt: Date;
    readonly seenAt: Date;
    readonly here: boolean;
  }[];
  readonly hours: { readonly most: number; readonly idle: number };
}

/** In which browsers somebody of the team is signed in, to end one or all others. */
export function SessionList({ sessions, hours }: Props) {
  const m = useWords(teamWords).accountPage;
  const locale = useLocale();
  const [days, idle] = [m.span({ hours: hours.most }), m.span({ hours: hours.idle })];
  return (
    <Rail id="apparaten" heading={m.sessions}>
      <p>{m.sessionsText({ days, idle })}</p>
      <form method="post" action="/team/account/apparaten">
        <ul className="plain own-list">
          {sessions.map((one) => {
            const since = dateTime(one.createdAt, locale);
            return (
              <li key={one.id}>
                <span>
                  <strong>{one.name}</strong> {one.here ? <Tag tone="now">{m.here}</Tag> : null}
                  <br />
                  <span className="small quiet">
                    {m.session({ since, seen: dateTime(one.seenAt, locale) })}
                    {one.way ? `, ${m.ways[one.way]}` : ""}
                  </span>
                </span>
                <Button variant="quiet" size="small" name="one" value={one.id} aria-label={m.endName({ name: one.name, since })}>
                  {m.end}
                </Button>
              </li>
            );
          })}
        </ul>
        {sessions.length > 1 ? (
          <Button variant="secondary" name="which" value="others">
            {m.others}
          </Button>
        ) : null}
      </form>
    </Rail>
  );
}
