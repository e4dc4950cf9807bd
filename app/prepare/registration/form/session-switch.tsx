import { useLocale, useWords } from "../../../language/words.ts";
import { dateTimeRange } from "../../../platform/time.ts";
import { Around } from "../../../ui/form/typed.tsx";
import { TextLink } from "../../../ui/layout/text.tsx";
import { registrationsWords } from "../messages/registrations.ts";
import "../admission/coverage.css";

interface Props {
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly startsAt: Date; readonly endsAt: Date }[];
  readonly here: string;
  readonly path: string;
}

/** Which of the sessions this page is about. */
export function SessionSwitch({ sessions, here, path }: Props) {
  const m = useWords(registrationsWords);
  const locale = useLocale();
  const when = (one: Props["sessions"][number]) => dateTimeRange(one.startsAt, one.endsAt, locale);
  const [only] = sessions;
  if (sessions.length === 1 && only)
    return (
      <p className="quiet">
        <Around words={{ title: only.title }} say={({ title }) => `${title}, ${when(only)}`} />
      </p>
    );
  return (
    <nav aria-label={m.session}>
      <ul className="filter">
        {sessions.map((one) => (
          <li key={one.id}>
            <TextLink to={`${path}?bijeenkomst=${one.id}`} aria-current={one.id === here ? "page" : undefined}>
              <Around words={{ title: one.title }} say={({ title }) => `${title}, ${when(one)}`} />
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
