import { data } from "react-router";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { Notice } from "../../ui/notice.tsx";
import { titleOf } from "../items/title.server.ts";
import { programmeVoiceWords } from "../messages/programme-voice.ts";
import type { Route } from "./+types/stop.route.ts";
import { chooseNews, findChoice, findNewsLink } from "./news.server.ts";
import { newsChoices } from "./news.ts";

export const handle = { script: false };

/** From a letter: how often somebody hears. A GET only shows, since mail scanners open links. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const found = await findNewsLink(db, params.token);
  if (!found) return data(null, { status: 410 });
  return data({ title: await titleOf(db, found.dialogueId), choice: await findChoice(db, found.dialogueId, found.personId) });
}

/** A mail program that stops it in one tap posts `List-Unsubscribe=One-Click` (RFC 8058). */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const found = await findNewsLink(db, params.token);
  if (!found) return data({ done: false }, { status: 410 });
  const form = await request.formData();
  const choice = form.get("List-Unsubscribe") === "One-Click" ? "never" : newsChoices.find((one) => one === form.get("choice"));
  if (!choice) throw data("missing", { status: 400 });
  await chooseNews(db, found.dialogueId, found.personId, choice);
  return { done: true };
}

export default function StopNews({ loaderData: page, actionData }: Route.ComponentProps) {
  const { stop: m, news } = useWords(programmeVoiceWords);
  if (!page)
    return (
      <PublicFrame>
        <title>{m.gone}</title>
        <h1>{m.gone}</h1>
        <p>{m.goneText}</p>
      </PublicFrame>
    );
  return (
    <PublicFrame>
      <title>{m.title}</title>
      <meta name="robots" content="noindex" />
      <h1>{m.title}</h1>
      {actionData?.done ? <Notice variant="success">{m.done}</Notice> : null}
      <p>{m.now({ choice: news.choices[page.choice] })}</p>
      {page.choice === "never" ? null : (
        <form method="post">
          <p className="actions">
            <Button name="choice" value="never">
              {m.stop}
            </Button>
          </p>
        </form>
      )}
      <form method="post" noValidate>
        <RadioGroup
          key={page.choice}
          name="choice"
          legend={m.lead({ title: page.title })}
          defaultValue={page.choice}
          choices={newsChoices.map((value) => ({ value, label: m.choices[value] }))}
        />
        <p className="actions">
          <Button variant="secondary">{m.button}</Button>
        </p>
      </form>
    </PublicFrame>
  );
}
