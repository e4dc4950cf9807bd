import { data } from "react-router";
import { z } from "zod";
import { placeContext, servicesContext } from "../../../dialogue/access/context.server.ts";
import passkeys from "../../../dialogue/people/passkey.client.ts?worker&url";
import { useWords } from "../../../language/words.ts";
import { readForm } from "../../../platform/http/form.ts";
import { Refused } from "../../../platform/http/refused.ts";
import { mailAddress } from "../../../platform/mail/mail-address.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { FormErrors, useErrorText } from "../form/form-errors.tsx";
import { ShortPage } from "../form/short-page.tsx";
import { registrationWords } from "../messages/registration.ts";
import type { Route } from "./+types/lost-link.route.ts";
import { askLink } from "./lost-link.server.ts";

export const handle = { script: false, small: passkeys };

export function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue || dialogue.state === "draft") throw data("missing", { status: 404 });
  return { slug: dialogue.slug, title: dialogue.title };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue || dialogue.state === "draft") throw data("missing", { status: 404 });
  const read = readForm(z.object({ mail: mailAddress }), await request.formData());
  if (!read.ok) return data({ ...read, braked: false }, { status: 422 });
  try {
    await askLink(context.get(servicesContext).db, dialogue.id, read.value.mail);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ ok: false as const, errors: {}, typed: { mail: read.value.mail }, braked: true }, { status: 429 });
  }
  return data({ ok: true as const });
}

export default function LostLink({ loaderData: { slug, title }, actionData }: Route.ComponentProps) {
  const m = useWords(registrationWords);
  const wrong = actionData && !actionData.ok ? actionData : null;
  const error = useErrorText(wrong?.errors ?? {});
  if (actionData?.ok)
    return (
      <ShortPage title={m.lost.sentTitle} lead={m.lost.sent}>
        <p>{m.lost.nothing}</p>
        <p>
          <a href={`/oproep/${slug}`}>{m.toCall}</a>
        </p>
      </ShortPage>
    );
  return (
    <ShortPage title={m.lost.title} lead={m.lost.lead({ title })}>
      {wrong?.braked ? <Notice variant="warn">{m.lost.brake}</Notice> : wrong ? <FormErrors errors={wrong.errors} /> : null}
      <form method="post" noValidate>
        <TextField
          name="mail"
          type="email"
          label={m.mail.label}
          autoComplete="email"
          spellCheck={false}
          defaultValue={wrong?.typed.mail}
          error={error("mail")}
          required
        />
        <p className="actions">
          <Button>{m.lost.send}</Button>
        </p>
      </form>
      <WithKey slug={slug} />
      <p>
        <a href={`/oproep/${slug}`}>{m.toCall}</a>
      </p>
    </ShortPage>
  );
}

/** Coming in with a passkey. Shows itself where the browser can do it. */
function WithKey({ slug }: { slug: string }) {
  const m = useWords(registrationWords).key;
  return (
    <form
      method="post"
      action={`/oproep/${slug}/sleutel`}
      id="sleutel"
      hidden
      data-passkey="use"
      data-ask="/team/aanmelden/sleutel/vraag"
      data-stopped={m.stopped}
    >
      <h2>{m.heading}</h2>
      <p>{m.text}</p>
      <input type="hidden" name="answer" />
      <p className="actions">
        <Button variant="secondary">{m.button}</Button>
      </p>
      <p role="status" className="small" />
    </form>
  );
}
