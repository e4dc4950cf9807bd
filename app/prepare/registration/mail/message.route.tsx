import { randomUUID } from "node:crypto";
import { data, Form, redirect } from "react-router";
import { GuardWarning } from "../../../contribution/guard-warning.tsx";
import { askedByTeam, askedOfDialogue } from "../../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../../dialogue/access/context.server.ts";
import { mayDialogue } from "../../../dialogue/dialogue.ts";
import { useLocale, useWords } from "../../../language/words.ts";
import { anywayField } from "../../../method/guard/anyway.ts";
import { anywayFor, markedIn, objection } from "../../../method/guard/weigh.ts";
import { errorLines, errorOf, fieldOf } from "../../../platform/http/error-words.ts";
import { readForm } from "../../../platform/http/form.ts";
import { Refused } from "../../../platform/http/refused.ts";
import { dateTime } from "../../../platform/time.ts";
import { Button } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/form/choices.tsx";
import { ErrorSummary } from "../../../ui/form/error-summary.tsx";
import { TextArea, TextField } from "../../../ui/form/text-field.tsx";
import { Typed, Written } from "../../../ui/form/typed.tsx";
import { TextLink } from "../../../ui/layout/text.tsx";
import { DoneNotice, saidIn } from "../admission/decision-notice.tsx";
import { chooseSession, sessionOfForm } from "../admission/overview.server.ts";
import { findContact } from "../form/form-page.server.ts";
import { SessionSwitch } from "../form/session-switch.tsx";
import { mailWords } from "../messages/mail.ts";
import { registrationsWords } from "../messages/registrations.ts";
import type { Route } from "./+types/message.route.ts";
import { audiences, guardedMessage, messageLimits, messageShape } from "./message.ts";
import { countAudiences, listMessages, listRecipients, sendMessage } from "./messages.server.ts";
import "../form/registration.css";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, db, environment } = askedOfDialogue(context);
  const search = new URL(request.url).searchParams;
  const { here, sessions } = await chooseSession(db, dialogue, search.get("bijeenkomst"));
  if (!here) throw data("missing", { status: 404 });
  const [messages, counts, { owner, contact }] = await Promise.all([
    listMessages(db, dialogue.id),
    countAudiences(db, here.id),
    findContact(db, dialogue.id),
  ]);
  return {
    title: dialogue.title,
    slug: dialogue.slug,
    sessions,
    sessionId: here.id,
    counts,
    messages: messages.map(({ id, subject, audience, at, recipients, sent }) => ({
      id,
      subject,
      audience,
      at,
      recipients,
      sent,
    })),
    owner: owner || environment.siteName,
    contact,
    fresh: randomUUID(),
    said: saidIn(search),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  if (!mayDialogue(dialogue.state, "mailParticipants")) throw data("refused", { status: 409 });
  const { db } = context.get(servicesContext);
  const form = await request.formData();
  const here = await sessionOfForm(db, dialogue, form);
  if (!here) throw data("missing", { status: 404 });
  const read = readForm(messageShape, form);
  if (!read.ok) return data({ ...read, preview: null }, { status: 422 });
  const typed: Record<string, string> = { ...read.value };
  const nobody = () =>
    data({ ok: false as const, errors: { audience: "nobody" } as Record<string, string>, typed, preview: null }, { status: 422 });
  const recipients = (await listRecipients(db, here.id, read.value.audience)).length;
  if (recipients === 0) return nobody();
  const deed = form.get("deed");
  if (deed !== "change" && objection(form, guardedMessage))
    return data(
      { ok: false as const, errors: {} as Record<string, string>, typed, preview: null, guarded: true },
      { status: 422 },
    );
  if (deed === "change") return data({ ok: true as const, errors: {} as Record<string, string>, typed, preview: null });
  if (deed !== "send") return data({ ok: true as const, errors: {} as Record<string, string>, typed, preview: recipients });
  try {
    const at = { dialogueId: dialogue.id, sessionId: here.id, by: team.personId };
    const n = await sendMessage(db, at, read.value);
    return redirect(`/team/${dialogue.slug}/aanmeldingen/bericht?bijeenkomst=${here.id}&gedaan=message&n=${n}`, 303);
  } catch (error) {
    if (error instanceof Refused && error.code === "nobody") return nobody();
    throw error;
  }
}

export default function MessagePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const words = useWords(registrationsWords);
  const m = words.message;
  const home = `/team/${page.slug}/aanmeldingen`;
  const preview = actionData?.preview ?? null;
  return (
    <>
      <title>{`${m.title} · ${page.title}`}</title>
      <div className="page-head">
        <p>
          <TextLink to={`${home}?bijeenkomst=${page.sessionId}`}>{words.list.back}</TextLink>
        </p>
        <h1>{m.title}</h1>
        <p className="lead">{m.lead}</p>
        <SessionSwitch sessions={page.sessions} here={page.sessionId} path={`${home}/bericht`} />
      </div>
      <DoneNotice said={page.said} />
      {preview !== null && actionData ? (
        <Preview page={page} typed={actionData.typed} recipients={preview} />
      ) : (
        <MessageForm
          page={page}
          typed={actionData?.typed ?? {}}
          errors={actionData?.errors ?? {}}
          guarded={actionData !== undefined && "guarded" in actionData}
        />
      )}
      <Earlier page={page} />
    </>
  );
}

type Page = Route.ComponentProps["loaderData"];
type Fields = Readonly<Record<string, string | undefined>>;

interface FormProps {
  readonly page: Page;
  readonly typed: Fields;
  readonly errors: Readonly<Record<string, string>>;
  readonly guarded: boolean;
}

function MessageForm({ page, typed, errors, guarded }: FormProps) {
  const words = useWords(registrationsWords);
  const m = words.message;
  const lines = errorLines(m.errors, errors);
  return (
    <Form method="post" noValidate>
      <ErrorSummary heading={words.refused.title} errors={lines} />
      <input type="hidden" name="id" value={typed.id ?? page.fresh} />
      <input type="hidden" name="session" value={page.sessionId} />
      <RadioGroup
        name="audience"
        legend={m.audience}
        error={errorOf(lines, "audience")}
        defaultValue={typed.audience}
        required
        choices={audiences.map((value) => ({
          value,
          label: m.audiences[value],
          hint: m.people({ n: page.counts[value] }),
        }))}
      />
      <TextField
        {...fieldOf("subject", m, typed, lines)}
        max={messageLimits.subject}
        count={{ ...m.count, limit: m.count.limit({ n: messageLimits.subject }) }}
        required
      />
      <TextArea
        {...fieldOf("text", m, typed, lines)}
        rows={8}
        hint={m.textHint}
        max={messageLimits.text}
        count={{ ...m.count, limit: m.count.limit({ n: messageLimits.text }) }}
        required
      />
      {guarded ? <GuardWarning typed={Object.entries(typed)} fields={guardedMessage} /> : null}
      <p className="actions">
        <Button name="deed" value="preview">
          {m.preview}
        </Button>
      </p>
    </Form>
  );
}

function Preview({ page, typed, recipients }: { page: Page; typed: Fields; recipients: number }) {
  const m = useWords(registrationsWords).message;
  const letter = mailWords[useLocale()];
  return (
    <section aria-labelledby="voorbeeld">
      <h2 id="voorbeeld">{m.previewTitle}</h2>
      <div className="card letter-preview">
        <p>
          <strong>
            <Written>{typed.subject}</Written>
          </strong>
        </p>
        <p>{letter.greeting({ name: m.exampleName })}</p>
        <Typed as="p">{typed.text}</Typed>
        <p className="as-typed">{letter.closing({ owner: page.owner, contact: page.contact })}</p>
      </div>
      <p>{m.goes({ n: recipients })}</p>
      <Form method="post">
        {["id", "audience", "subject", "text"].map((name) => (
          <input key={name} type="hidden" name={name} value={typed[name] ?? ""} />
        ))}
        <input type="hidden" name="session" value={page.sessionId} />
        {/* whoever sees the preview let these words stand */}
        <input type="hidden" name={anywayField} value={anywayFor(markedIn(Object.entries(typed), guardedMessage))} />
        <p className="actions">
          <Button name="deed" value="send">
            {m.send}
          </Button>
          <Button variant="secondary" name="deed" value="change">
            {m.change}
          </Button>
        </p>
      </Form>
    </section>
  );
}

function Earlier({ page }: { page: Page }) {
  const m = useWords(registrationsWords).message;
  const locale = useLocale();
  if (page.messages.length === 0) return null;
  const names: Readonly<Record<string, string>> = m.audiences;
  return (
    <section aria-labelledby="eerder">
      <h2 id="eerder">{m.earlier}</h2>
      <ul>
        {page.messages.map((one) => (
          <li key={one.id}>
            <strong>
              <Written>{one.subject}</Written>
            </strong>
            <br />
            <span className="small quiet">
              {dateTime(one.at, locale)}. {names[one.audience] ?? one.audience}. {m.sent({ sent: one.sent, of: one.recipients })}.
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
