import { registrationsWords } from "../messages/registrations.ts";
import { useLocale, useWords } from "../messages/words.ts";
import { dateTimeRange } from "../platform/time.ts";
import { TextLink } from "../ui/text.tsx";
import "./coverage.css";

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
  if (sessions.length === 1 && only) return <p className="quiet">{`${only.title}, ${when(only)}`}</p>;
  return (
    <nav aria-label={m.session}>
      <ul className="filter">
        {sessions.map((one) => (
          <li key={one.id}>
            <TextLink to={`${path}?bijeenkomst=${one.id}`} aria-current={one.id === here ? "page" : undefined}>
              {`${one.title}, ${when(one)}`}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
