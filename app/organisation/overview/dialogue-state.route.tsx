import { data, Form, redirect } from "react-router";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { dialogueEvents, dialogueWaysOut } from "../../dialogue/dialogue.ts";
import { dialogueWords } from "../../dialogue/messages/dialogue.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { Refused } from "../../platform/http/refused.ts";
import { shiftDialogueState } from "../../prepare/planning/plan.server.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/form/choices.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Refusal } from "../../ui/notice.tsx";
import type { Route } from "./+types/dialogue-state.route.ts";

/** Publishing goes with a version of the report, and only there. */
const events = dialogueEvents.filter((event) => event !== "publish");

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue } = askedOfDialogue(context);
  const asked = new URL(request.url).searchParams.get("stap");
  const ways = dialogueWaysOut(dialogue.state);
  return { event: events.find((event) => event === asked && ways.includes(event)) ?? null };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const form = await request.formData();
  const event = events.find((one) => one === form.get("stap"));
  if (!event) throw data("missing", { status: 404 });
  try {
    await shiftDialogueState(context.get(servicesContext).db, { dialogueId: dialogue.id, by: team.personId }, event, {
      openRegistration: form.has("aanmelding"),
    });
  } catch (error) {
    if (error instanceof Refused) return data({ refused: error.code }, { status: error.status });
    throw error;
  }
  return redirect(`/team/${dialogue.slug}`, 303);
}

export default function DialogueState({ loaderData: { event }, actionData }: Route.ComponentProps) {
  const {
    shift: m,
    plan: { back },
  } = useWords(dialogueWords);
  const { slug, title, sessions } = useDialogue();
  const words = event ? m.dialogue[event] : null;
  return (
    <>
      <title>{`${words?.title ?? m.gone} · ${title}`}</title>
      <PageHead title={words?.title ?? title}>{words && <p className="lead">{words.text}</p>}</PageHead>
      {(actionData || !words) && <Refusal>{m.gone}</Refusal>}
      <Form method="post">
        {event === "open" && sessions.some(({ state }) => state === "planned") && (
          <Checkbox name="aanmelding" label={m.alsoRegistration} hint={m.alsoRegistrationHint} defaultChecked />
        )}
        <div className="actions">
          {words && (
            <Button name="stap" value={event ?? ""}>
              {words.button}
            </Button>
          )}
          <TextLink to={`/team/${slug}`}>{words ? m.cancel : back}</TextLink>
        </div>
      </Form>
    </>
  );
}
