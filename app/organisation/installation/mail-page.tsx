import { Form } from "react-router";
import { installationWords } from "../../dialogue/messages/installation.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { cameBack } from "../../platform/mail/returned.ts";
import { clock, dateShort } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { columnsOf, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Pages } from "../../ui/layout/pages.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Tag, type Tone } from "../../ui/tag.tsx";

type State = "waiting" | "sent" | "failed" | "cancelled";
const states: readonly State[] = ["waiting", "sent", "failed", "cancelled"];
const tones: Readonly<Record<State, Tone>> = { waiting: "now", sent: "good", failed: "bad", cancelled: "plain" };

interface MailView {
  readonly id: string;
  readonly kind: string;
  readonly state: State;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly name: string;
  readonly address: string | null;
}
interface Props {
  readonly lead: string;
  /** Address of the page. */
  readonly home: string;
  readonly shown: {
    readonly mails: readonly MailView[];
    readonly more: boolean;
    readonly page: number;
    readonly state: State | null;
    readonly counts: Readonly<Record<State, number>>;
    readonly told: string | null;
    /** Mail does not go out: letters can be read here. */
    readonly mailbox: boolean;
  };
}

/** Sent, waiting, failed: what went to whom, and sending it again. */
export function MailPage({ lead, home, shown }: Props) {
  const m = useWords(installationWords).mail;
  const { counts, state, mails, told } = shown;
  const total = states.reduce((sum, one) => sum + counts[one], 0);
  const word = told && told in m.told ? m.told[told as keyof typeof m.told] : null;
  return (
    <>
      <PageHead title={m.title} lead={lead} />
      {word && (
        <Notice variant={told === "again" ? "success" : "warn"} live="polite">
          {word}
        </Notice>
      )}
      {shown.mailbox && <Notice>{m.mailbox}</Notice>}
      {total === 0 ? (
        <Empty title={m.noneYet} />
      ) : (
        <>
          <nav aria-label={m.filter} className="filter">
            <TextLink to={home} aria-current={state === null ? "page" : undefined}>
              {m.all} ({total})
            </TextLink>
            {states.map((one) => (
              <TextLink key={one} to={`${home}?stand=${one}`} aria-current={state === one ? "page" : undefined}>
                {m.states[one]} ({counts[one]})
              </TextLink>
            ))}
          </nav>
          {mails.length === 0 ? <p>{m.none}</p> : <MailTable home={home} shown={shown} />}
          <Pages
            page={shown.page}
            more={shown.more}
            to={(page) => `${home}?${new URLSearchParams({ ...(state ? { stand: state } : {}), pagina: String(page) })}`}
            words={{ older: m.older, newer: m.newer }}
          />
        </>
      )}
    </>
  );
}

function MailTable({ home, shown }: Pick<Props, "home" | "shown">) {
  const m = useWords(installationWords).mail;
  const locale = useLocale();
  const kind = (code: string) => m.kinds[code as keyof typeof m.kinds] ?? code;
  const moment = (at: Date) => `${dateShort(at, locale)}, ${clock(at, locale)}`;
  return (
    <DataTable
      caption={m.caption}
      captionHidden
      narrow="stack"
      rowHeaders
      columns={columnsOf(m, "to", "kind", "state", "when", "deed")}
      rows={shown.mails.map((one) => ({
        key: one.id,
        cells: {
          to: (
            <>
              {one.name || one.address || m.nobody}
              {one.name && one.address && <span className="small quiet line">{one.address}</span>}
            </>
          ),
          kind: kind(one.kind),
          state: (
            <>
              <Tag tone={tones[one.state]}>{m.states[one.state]}</Tag>
              {one.state === "failed" && cameBack(one.error) && (
                <span className="small quiet line">{m.returned({ code: one.error ?? "" })}</span>
              )}
              {one.attempts > 0 && one.state !== "sent" && !cameBack(one.error) && (
                <span className="small quiet line">
                  {m.tried({ n: one.attempts })}
                  {one.error && ` (${one.error})`}
                </span>
              )}
            </>
          ),
          when: one.sentAt ? moment(one.sentAt) : m.due({ when: moment(one.dueAt) }),
          deed: (
            <div className="cell-deeds">
              {shown.mailbox && one.state === "sent" && (
                <TextLink to={`${home}/${one.id}`}>
                  {m.read}
                  <span className="visually-hidden">
                    {" "}
                    ({kind(one.kind)}, {one.name})
                  </span>
                </TextLink>
              )}
              {(one.state === "sent" || one.state === "failed") && (
                <Form method="post" action={`${home}/herhalingen`}>
                  <Button variant="quiet" size="small" name="mail" value={one.id}>
                    {m.again}
                    <span className="visually-hidden"> {m.againTo({ name: one.name })}</span>
                  </Button>
                </Form>
              )}
            </div>
          ),
        },
      }))}
    />
  );
}
