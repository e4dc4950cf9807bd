import { data, redirect } from "react-router";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { InsightId } from "../../platform/ids.ts";
import { dateLong } from "../../platform/time.ts";
import { ballotBoxOf } from "../../session/check/ballots.server.ts";
import { checkWords } from "../../session/check/messages/check.ts";
import { choices, fits } from "../../session/outcomes/verdict-counts.ts";
import { pulseWords } from "../../session/results/messages/pulse.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { Around, Written, WrittenIn } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import type { Route } from "./+types/pulse.route.ts";
import { answerPulse, findPulse, type PulseAnswer } from "./pulse.server.ts";
import { answerForm } from "./pulse.ts";

export const handle = { script: false };

/** A few questions by the link of a mail: no sign-in. A GET only shows. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const found = await findPulse(context.get(servicesContext).db, params.token, new Date());
  if (!found) return data(null, { status: 410 });
  const { title, language, until, open, questions } = found;
  return data({ title, language, until, open, questions, saved: new URL(request.url).searchParams.has("bewaard") });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { db, pool } = context.get(servicesContext);
  const now = new Date();
  const found = await findPulse(db, params.token, now);
  if (!found) return data(null, { status: 410 });
  const form = await request.formData();
  const answers = found.questions.flatMap(({ id }): PulseAnswer[] => {
    const { choice, fit } = answerForm.parse({ choice: form.get(`keuze-${id}`), fit: form.get(`past-${id}`) });
    return choice ? [{ insightId: id as InsightId, choice, fit }] : [];
  });
  if (answers.length === 0) return data("nothing" as const, { status: 422 });
  try {
    await answerPulse({ db, box: ballotBoxOf(pool) }, params.token, answers, now);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data("closed" as const, { status: error.status });
  }
  return redirect(`/peiling/${params.token}?bewaard`, 303);
}

export default function Pulse({ loaderData: page, actionData }: Route.ComponentProps) {
  const m = useWords(pulseWords).mine;
  const words = useWords(checkWords);
  const locale = useLocale();
  const closed = page && (!page.open || actionData === "closed");
  const title = !page ? m.gone : closed ? m.closed : m.title;
  const day = page ? dateLong(new Date(`${page.until}T12:00:00Z`), locale) : "";
  return (
    <WrittenIn language={page?.language ?? null}>
      <PublicFrame>
        <title>{page ? `${title} · ${page.title}` : title}</title>
        <meta name="robots" content="noindex" />
        <PageHead title={title}>
          {page && !closed ? (
            <p className="lead">
              <Around words={{ title: page.title }} say={(p) => m.lead({ n: page.questions.length, ...p })} />
            </p>
          ) : null}
        </PageHead>
        {page ? null : <p>{m.goneText}</p>}
        {closed ? <p>{m.closedText}</p> : null}
        {page && !closed ? (
          <>
            {page.saved ? <Notice variant="success">{m.saved({ day })}</Notice> : null}
            {actionData === "nothing" ? <Refusal>{m.nothing}</Refusal> : null}
            <p>{m.secret}</p>
            <form method="post">
              {page.questions.map(({ id, text, source, choice, fit }) => (
                <section key={id} aria-labelledby={`vraag-${id}`}>
                  <h2 id={`vraag-${id}`}>
                    <Written>{text}</Written>
                  </h2>
                  {source ? (
                    <p className="small quiet">
                      <Around words={{ source }} say={words.source} />
                    </p>
                  ) : null}
                  <RadioGroup
                    id={`keuze-${id}`}
                    name={`keuze-${id}`}
                    legend={m.choice}
                    columns="row"
                    defaultValue={choice ?? undefined}
                    choices={choices.map((value) => ({ value, label: words.choices[value] }))}
                  />
                  <RadioGroup
                    id={`past-${id}`}
                    name={`past-${id}`}
                    legend={m.fit}
                    hint={m.fitHint}
                    columns="row"
                    defaultValue={fit ?? undefined}
                    choices={fits.map((value) => ({ value, label: words.fits[value] }))}
                  />
                </section>
              ))}
              <p className="actions">
                <Button>{m.save}</Button>
              </p>
            </form>
          </>
        ) : null}
      </PublicFrame>
    </WrittenIn>
  );
}
