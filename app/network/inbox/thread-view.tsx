import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, RadioGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { Tag } from "../../ui/tag.tsx";
import { networkWords } from "../messages/network.ts";
import { halfTyped } from "../people/half-typed.ts";

interface Line {
  readonly id: string;
  readonly mine: boolean;
  readonly text: string;
  readonly at: Date;
  readonly reported: boolean;
  readonly mail: string | null;
  readonly shared: boolean;
  readonly about: { readonly number: number; readonly title: string } | null;
}
interface Props {
  readonly slug: string;
  /** who writes here */
  readonly me: string;
  readonly thread: {
    readonly member: string;
    readonly name: string;
    readonly blocked: boolean;
    readonly lines: readonly Line[];
    readonly next: string;
  };
  readonly trouble: {
    readonly doing: string;
    readonly typed: {
      readonly id: string;
      readonly text: string;
      readonly mail: boolean;
      readonly message: string;
      readonly reason: string;
    };
    readonly errors: Readonly<Record<string, string>>;
    readonly guarded: boolean;
  } | null;
}

/** One conversation, with the way to answer, to block and to report. */
export function ThreadView({ thread, trouble, slug, me }: Props) {
  const words = useWords(networkWords);
  const m = words.messages;
  const locale = useLocale();
  const { member, name, blocked, lines } = thread;
  const heading = `met-${member}`;
  const theirs = lines.filter(({ mine, reported }) => !mine && !reported);
  const error = (field: string) => {
    const code = trouble?.errors[field];
    return code ? m.errors[field]?.[code] : undefined;
  };
  const told = Object.keys(trouble?.errors ?? {}).flatMap((field) => {
    const text = error(field);
    return text ? [{ field: `${field}-${member}`, text }] : [];
  });
  const draft = { of: `${me}:${member}`, kept: lines.filter(({ mine }) => mine).map(({ id }) => id) };
  const typed = trouble?.typed ?? { id: thread.next, text: "", mail: false, message: "", reason: "" };
  return (
    <section className="network-thread" aria-labelledby={heading}>
      <h2 id={heading}>{m.with({ name })}</h2>
      <ErrorSummary heading={m.summary} errors={told} />
      <ol className="lines">
        {lines.map((line) => (
          <li key={line.id} className={line.mine ? "mine" : undefined}>
            <p className="small quiet">{m.at({ who: line.mine ? m.you : name, when: dateTime(line.at, locale) })}</p>
            {line.about ? (
              <p className="small">
                {line.mine ? m.aboutTheirs : m.aboutMine}{" "}
                <a href={`/netwerk/${slug}/vragen/${line.about.number}`}>
                  <Written>{line.about.title}</Written>
                </a>
              </p>
            ) : null}
            <Typed as="p">{line.text}</Typed>
            {line.mail ? <p className="small">{m.theirMail({ mail: line.mail })}</p> : null}
            {line.mine && line.shared ? <p className="small quiet">{m.gaveMail}</p> : null}
            {line.reported && !line.mine ? <Tag tone="warn">{m.isReported}</Tag> : null}
          </li>
        ))}
      </ol>
      {blocked ? (
        <form method="post">
          <input type="hidden" name="lid" value={member} />
          <p>{m.isBlocked}</p>
          <Button variant="secondary" size="small" name="doen" value="sta-toe">
            {m.unblock}
          </Button>
        </form>
      ) : (
        <>
          <Disclosure summary={m.answer({ name })} open={trouble?.doing === "antwoord"}>
            <form method="post" noValidate {...halfTyped(draft, trouble?.doing === "antwoord")}>
              <input type="hidden" name="doen" value="antwoord" />
              <input type="hidden" name="lid" value={member} />
              <input type="hidden" name="id" value={typed.id || thread.next} />
              {trouble?.guarded && trouble.doing === "antwoord" ? (
                <GuardWarning outside typed={[["text", typed.text]]} fields={["text"]} />
              ) : null}
              <TextArea
                id={`text-${member}`}
                name="text"
                label={words.person.text}
                defaultValue={typed.text}
                error={error("text")}
                required
              />
              <Checkbox
                id={`mail-${member}`}
                name="mail"
                label={words.person.mail}
                hint={words.person.mailHint}
                defaultChecked={typed.mail}
              />
              <p className="actions">
                <Button>{m.send}</Button>
              </p>
            </form>
          </Disclosure>
          <Disclosure summary={m.blockOrReport} open={trouble?.doing === "meld"}>
            <form method="post">
              <input type="hidden" name="lid" value={member} />
              <Button variant="secondary" size="small" name="doen" value="blokkeer">
                {m.block}
              </Button>
            </form>
            {theirs.length > 0 ? (
              <form method="post" noValidate>
                <h3>{m.report}</h3>
                <p>{m.reportText}</p>
                <input type="hidden" name="doen" value="meld" />
                <input type="hidden" name="lid" value={member} />
                {trouble?.guarded && trouble.doing === "meld" ? (
                  <GuardWarning outside typed={[["reason", typed.reason]]} fields={["reason"]} />
                ) : null}
                <RadioGroup
                  id={`message-${member}`}
                  name="message"
                  legend={m.which}
                  defaultValue={typed.message || theirs.at(-1)?.id}
                  choices={theirs.map(({ id, text, at }) => ({ value: id, label: excerpt(text), hint: dateTime(at, locale) }))}
                  error={error("message")}
                />
                <TextArea
                  id={`reason-${member}`}
                  name="reason"
                  label={m.reason}
                  rows={3}
                  defaultValue={typed.reason}
                  error={error("reason")}
                  required
                />
                <p className="actions">
                  <Button variant="secondary">{m.reportButton}</Button>
                </p>
              </form>
            ) : null}
          </Disclosure>
        </>
      )}
    </section>
  );
}

const excerpt = (text: string) => (text.length <= 80 ? text : `${text.slice(0, 77)}…`);
