import { data, Form, redirect } from "react-router";
import { askedByTeam, askedOfDialogue } from "../../../dialogue/access/asked.server.ts";
import { useWords } from "../../../language/words.ts";
import { Refused } from "../../../platform/http/refused.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { ErrorSummary } from "../../../ui/form/error-summary.tsx";
import { TextArea } from "../../../ui/form/text-field.tsx";
import { TextLink } from "../../../ui/layout/text.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { maySession } from "../../planning/session.ts";
import { DoneNotice, RefusedNotice, saidIn } from "../admission/decision-notice.tsx";
import { chooseSession, sessionOfForm } from "../admission/overview.server.ts";
import { SessionSwitch } from "../form/session-switch.tsx";
import { registrationsWords } from "../messages/registrations.ts";
import type { Route } from "./+types/invite.route.ts";
import { invite } from "./invitations.server.ts";
import { type InviteeProblem, inviteeColumns } from "./invitees.ts";
import { readInviteeFile } from "./read-invitees.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, db } = askedOfDialogue(context);
  const search = new URL(request.url).searchParams;
  const { here, sessions } = await chooseSession(db, dialogue, search.get("bijeenkomst"));
  if (!here) throw data("missing", { status: 404 });
  return {
    title: dialogue.title,
    slug: dialogue.slug,
    sessions,
    sessionId: here.id,
    may: maySession(here.state, "invite"),
    said: saidIn(search),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const form = await request.formData();
  const here = await sessionOfForm(db, dialogue, form);
  if (!here) throw data("missing", { status: 404 });
  const file = form.get("file");
  const pasted = String(form.get("pasted") ?? "");
  const text = file instanceof File && file.size > 0 ? await file.text() : pasted;
  const { invitees, problems } = await readInviteeFile(db, dialogue.id, text);
  const typed = { problems, pasted: text === pasted ? pasted : "" };
  if (problems.length > 0) return data({ ...typed, refused: null }, { status: 422 });
  const page = `/team/${dialogue.slug}/aanmeldingen/genodigden?bijeenkomst=${here.id}`;
  try {
    const done = await invite(db, { dialogueId: dialogue.id, sessionId: here.id, by: team.personId }, invitees);
    return redirect(`${page}&gedaan=invite&n=${done.invited}&al=${done.known}`, 303);
  } catch (error) {
    if (error instanceof Refused) return data({ ...typed, refused: error.code }, { status: error.status });
    throw error;
  }
}

const shownProblems = 50;

export default function Invite({ loaderData: page, actionData }: Route.ComponentProps) {
  const words = useWords(registrationsWords);
  const m = words.invite;
  const home = `/team/${page.slug}/aanmeldingen`;
  const problems = actionData?.problems ?? [];
  return (
    <>
      <title>{`${m.title} · ${page.title}`}</title>
      <div className="page-head">
        <p>
          <TextLink to={`${home}?bijeenkomst=${page.sessionId}`}>{words.list.back}</TextLink>
        </p>
        <h1>{m.title}</h1>
        <p className="lead">{m.lead}</p>
        <SessionSwitch sessions={page.sessions} here={page.sessionId} path={`${home}/genodigden`} />
      </div>
      <DoneNotice said={page.said} />
      <RefusedNotice said={{ ...page.said, refused: actionData?.refused ?? page.said.refused }} />
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      {page.may || actionData?.pasted ? (
        <InviteForm sessionId={page.sessionId} pasted={actionData?.pasted ?? ""} />
      ) : (
        <Notice>{words.refused["session-over"]}</Notice>
      )}
    </>
  );
}

function InviteForm({ sessionId, pasted }: { sessionId: string; pasted: string }) {
  const m = useWords(registrationsWords).invite;
  return (
    <Form method="post" encType="multipart/form-data">
      <input type="hidden" name="session" value={sessionId} />
      <TextArea name="pasted" rows={6} label={m.paste} hint={m.pasteHint} defaultValue={pasted} spellCheck={false} />
      <div className="form-field">
        <label htmlFor="file">{m.file}</label>
        <div className="hint" id="file-hint">
          {m.fileHint}
        </div>
        <input type="file" id="file" name="file" accept=".csv,text/csv" aria-describedby="file-hint" />
      </div>
      <details className="disclosure">
        <summary>{m.example}</summary>
        <pre className="example">{`${Object.values(inviteeColumns).join(";")}\n${m.exampleLine}`}</pre>
      </details>
      <p className="actions">
        <Button>{m.button}</Button>
      </p>
    </Form>
  );
}

function Problems({ problems }: { problems: readonly InviteeProblem[] }) {
  const m = useWords(registrationsWords).invite;
  const shown = problems.slice(0, shownProblems);
  return (
    <>
      <ErrorSummary heading={m.wrong({ n: problems.length })} errors={[{ field: "problems", text: m.nothing }]} />
      <div id="problems">
        <DataTable
          caption={m.wrong({ n: problems.length })}
          captionHidden
          columns={[
            { key: "row", head: m.row, numeric: true },
            { key: "column", head: m.column },
            { key: "problem", head: m.problem },
          ]}
          rows={shown.map(({ row, column, code, value }, at) => ({
            key: `${at}`,
            cells: { row, column, problem: value ? `${m.problems[code]} (“${value}”)` : m.problems[code] },
          }))}
        />
        {problems.length > shown.length ? <Notice>{m.more({ n: problems.length - shown.length })}</Notice> : null}
      </div>
    </>
  );
}
