import { data, redirect } from "react-router";
import { askedByRegistration } from "../../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../../dialogue/access/context.server.ts";
import { useWords } from "../../../language/words.ts";
import { Button } from "../../../ui/button.tsx";
import { Written } from "../../../ui/form/typed.tsx";
import { PublicFrame } from "../../../ui/frame.tsx";
import { maySession } from "../../planning/session.ts";
import small from "../form/form.client.ts?worker&url";
import { FormErrors } from "../form/form-errors.tsx";
import { findLists } from "../form/form-page.server.ts";
import { readAnswers } from "../form/read-form.server.ts";
import { RegistrationFields } from "../form/registration-fields.tsx";
import { participantWords } from "../messages/participant.ts";
import type { Route } from "./+types/mine-change.route.ts";
import { asTyped, changeAnswers, mailOf } from "./mine.server.ts";
import "../form/registration.css";

export const handle = { script: false, small };

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, registration: mine } = askedByRegistration(context);
  if (!maySession(session.state, "editCard")) throw data("refused", { status: 409 });
  const { db } = context.get(servicesContext);
  const mail = await mailOf(db, mine.personId);
  const [lists, typed] = await Promise.all([findLists(db, dialogue.id), asTyped(db, mine, mail)]);
  return { slug: dialogue.slug, title: dialogue.title, lists, typed };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, session, registration: mine } = askedByRegistration(context);
  if (!maySession(session.state, "editCard")) throw data("refused", { status: 409 });
  const { db } = context.get(servicesContext);
  const [form, lists] = [await request.formData(), await findLists(db, dialogue.id)];
  // The address is what this person is known by; the agreements were made when registering, and stand.
  form.set("mail", await mailOf(db, mine.personId));
  form.set("licence", "on");
  form.set("privacyVersion", String(lists.privacy.version));
  const read = await readAnswers(db, lists, form);
  if (!read.ok) return data(read, { status: 422 });
  await changeAnswers(db, mine, read.value, new Date());
  return redirect(`/mijn/${dialogue.slug}?gedaan=changed`, 303);
}

export default function MineChange({ loaderData: page, actionData }: Route.ComponentProps) {
  const m = useWords(participantWords);
  const wrong = actionData && !actionData.ok ? actionData : null;
  return (
    <PublicFrame>
      <title>{`${m.changeTitle} · ${page.title}`}</title>
      <meta name="robots" content="noindex" />
      {wrong && !wrong.guarded ? <FormErrors errors={wrong.errors} /> : null}
      <p className="eyebrow">
        <Written>{page.title}</Written>
      </p>
      <h1>{m.changeTitle}</h1>
      <form method="post" noValidate>
        <RegistrationFields
          lists={page.lists}
          state={wrong ?? { typed: page.typed, errors: {}, chosenArea: "", areaChoices: [] }}
          mail={page.typed.mail}
          privacyHref={`/oproep/${page.slug}/privacy`}
          agreed
        />
        <p className="actions">
          <Button id="send">{m.save}</Button>
          <a href={`/mijn/${page.slug}`}>{m.back}</a>
        </p>
      </form>
    </PublicFrame>
  );
}
