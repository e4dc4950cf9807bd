import { data, redirect } from "react-router";
import { askedByTeam, askedOfDialogue } from "../dialogue/access/asked.server.ts";
import { placeContext, servicesContext } from "../dialogue/access/context.server.ts";
import { keptHours, rehearsalForm, usualPeople, usualSpeed } from "../dialogue/rehearsal.ts";
import { listSessions, runSheetOf } from "../dialogue/sessions.server.ts";
import { useDialogue } from "../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../language/words.ts";
import { errorLines } from "../platform/http/error-words.ts";
import { readForm } from "../platform/http/form.ts";
import { Refused } from "../platform/http/refused.ts";
import { dateTime } from "../platform/time.ts";
import { Rail } from "../ui/chart/rail.tsx";
import { PageHead } from "../ui/layout/page-head.tsx";
import { Notice } from "../ui/notice.tsx";
import type { Route } from "./+types/rehearsal.route.ts";
import { eraseRehearsal } from "./erase.server.ts";
import { findRehearsal, openFreePlace, startRehearsal, stepsOfRehearsal, stopRehearsal } from "./make.server.ts";
import { rehearsalWords } from "./messages/rehearsal.ts";
import { RehearsalForm } from "./rehearsal-form.tsx";
import { RehearsalOn } from "./rehearsal-on.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, db } = askedOfDialogue(context);
  const asked = new URL(request.url).searchParams;
  const found = await findRehearsal(db, { of: dialogue.id });
  if (!found) return { on: null, sheets: await sheetsOf(context), asked: asked.get("bijeenkomst"), erased: asked.has("gewist") };
  const steps = await stepsOfRehearsal(db, found.session.id);
  const { slug, createdAt, rehearsal } = found.dialogue;
  const on = {
    slug,
    sessionId: found.session.id,
    title: found.session.title,
    state: found.session.state,
    speed: rehearsal.speed,
    people: rehearsal.people,
    at: steps.findIndex(({ id }) => id === found.session.currentStepId) + 1,
    titles: steps.map(({ title }) => title),
    goesAt: createdAt.getTime() + keptHours * 3_600_000,
  };
  return { on, sheets: [], asked: null, erased: false };
}

/** Of each session that has a run sheet how long its steps take: what a rehearsal of it would take at each speed. */
async function sheetsOf(context: Route.LoaderArgs["context"]) {
  const { dialogue } = context.get(placeContext);
  const { db } = context.get(servicesContext);
  if (!dialogue) return [];
  const sessions = await listSessions(db, dialogue.id);
  const sheets = await Promise.all(sessions.map(async ({ id }) => ({ id, steps: await runSheetOf(db, id) })));
  return sheets.flatMap(({ id, steps }) => (steps.length > 0 ? [{ id, seconds: steps.map(({ seconds }) => seconds) }] : []));
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team, locale, db, environment } = askedByTeam(context);
  const sent = await request.formData();
  const typed: Record<string, string | undefined> = Object.fromEntries([...sent].map(([name, value]) => [name, String(value)]));
  const no = {
    errors: {} as Readonly<Record<string, string>>,
    typed,
    refused: null as string | null,
    link: null as string | null,
  };
  const read = readForm(rehearsalForm, sent);
  if (!read.ok) return data({ ...no, errors: read.errors }, { status: 422 });
  const home = `/team/${dialogue.slug}/repetitie`;
  const wish = read.value;
  const by = team.personId;
  if (wish.doen === "kijk") {
    const secret = await openFreePlace(db, dialogue.id, by);
    return secret ? data({ ...no, link: `${environment.origin}/mee/${secret}` }) : redirect(home, 303);
  }
  if (wish.doen === "stop") await stopRehearsal(db, dialogue.id, by);
  if (wish.doen === "wis") await eraseRehearsal(db, dialogue.id, { person: by });
  if (wish.doen !== "start") return redirect(wish.doen === "wis" ? `${home}?gewist` : home, 303);
  try {
    await startRehearsal(db, dialogue, by, locale, wish);
  } catch (error) {
    if (error instanceof Refused) return data({ ...no, refused: error.code }, { status: error.status });
    throw error;
  }
  return redirect(home, 303);
}

export default function RehearsalPage({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(rehearsalWords);
  const locale = useLocale();
  const { title } = useDialogue();
  const { on, sheets, asked, erased } = loaderData;
  const refused = actionData?.refused;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead} />
      {erased && !actionData && (
        <Notice variant="success" live="polite">
          {m.erased}
        </Notice>
      )}
      {refused && (
        <Notice variant="error" live="at-once">
          {Object.hasOwn(m.refused, refused) ? m.refused[refused as keyof typeof m.refused] : m.refused.missing}
        </Notice>
      )}
      {on ? (
        <RehearsalOn on={on} goesAt={dateTime(new Date(on.goesAt), locale)} link={actionData?.link ?? null} />
      ) : (
        <RehearsalForm
          sheets={sheets}
          errors={errorLines(m.errors, actionData?.errors)}
          typed={{
            bijeenkomst: actionData?.typed.bijeenkomst ?? asked ?? undefined,
            tempo: actionData?.typed.tempo ?? String(usualSpeed),
            aantal: actionData?.typed.aantal ?? String(usualPeople),
          }}
        />
      )}
      <Explained />
    </>
  );
}

function Explained() {
  const m = useWords(rehearsalWords);
  return (
    <>
      <Rail id="wel" heading={m.what}>
        <ul>
          {m.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Rail>
      <Rail id="niet" heading={m.notTitle}>
        <ul>
          {m.not.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Rail>
    </>
  );
}
