import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByRegistration } from "../../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext } from "../../../dialogue/access/context.server.ts";
import { useWords } from "../../../language/words.ts";
import { readForm } from "../../../platform/http/form.ts";
import { Refused } from "../../../platform/http/refused.ts";
import { mailAddress } from "../../../platform/mail/mail-address.ts";
import { cleanLine, textLength } from "../../../platform/text.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/form/error-summary.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { maySession } from "../../planning/session.ts";
import { registrationLimits } from "../form/registration.ts";
import { ShortPage } from "../form/short-page.tsx";
import { findOffer, offerPlace, retractOffer } from "../invitations/invitations.server.ts";
import { participantWords } from "../messages/participant.ts";
import { registrationWords } from "../messages/registration.ts";
import type { Route } from "./+types/offer-place.route.ts";

export const handle = { script: false };

const shape = z.object({
  name: z
    .string({ error: "missing" })
    .transform(cleanLine)
    .refine((name) => name !== "", "missing")
    .refine((name) => textLength(name) <= registrationLimits.name, "too-long"),
  mail: mailAddress,
});

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, registration: mine } = askedByRegistration(context);
  const may = ["admitted", "waiting", "confirmed"].includes(mine.state) && maySession(session.state, "substitute");
  return { slug: dialogue.slug, may, offered: await findOffer(context.get(servicesContext).db, mine.id) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, registration: mine } = context.get(placeContext);
  if (!dialogue || !mine) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const form = await request.formData();
  if (form.has("retract")) {
    await retractOffer(db, mine);
    return redirect(`/mijn/${dialogue.slug}?gedaan=retracted`, 303);
  }
  const read = readForm(shape, form);
  if (!read.ok) return data(read, { status: 422 });
  try {
    await offerPlace(db, mine, read.value, new Date());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ ok: false as const, errors: { form: error.code }, typed: { ...read.value } }, { status: error.status });
  }
  return redirect(`/mijn/${dialogue.slug}?gedaan=offered`, 303);
}

export default function OfferPlace({ loaderData: { slug, may, offered }, actionData }: Route.ComponentProps) {
  const m = useWords(participantWords);
  const kept = useWords(registrationWords);
  const words = m.offerPage;
  const back = <a href={`/mijn/${slug}`}>{m.back}</a>;
  if (!may)
    return (
      <ShortPage title={m.cannot.title} lead={words.errors.form["no-place"]}>
        {back}
      </ShortPage>
    );
  const errors: Readonly<Record<string, string>> = actionData?.errors ?? {};
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? {};
  const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = words.errors;
  const error = (field: string) => (errors[field] === undefined ? undefined : (texts[field]?.[errors[field]] ?? errors[field]));
  return (
    <ShortPage title={words.title} lead={words.lead}>
      <ErrorSummary
        heading={kept.summary({ n: Object.keys(errors).length })}
        errors={Object.keys(errors).map((field) => ({ field: field === "form" ? "mail" : field, text: error(field) ?? "" }))}
      />
      {offered ? (
        <form method="post">
          <p>{words.now(offered)}</p>
          <p>
            <Button variant="secondary" name="retract" value="1">
              {words.retract}
            </Button>
          </p>
          <p>{words.other}</p>
        </form>
      ) : null}
      <form method="post" noValidate>
        <TextField name="name" label={words.name} defaultValue={typed.name} error={error("name")} required />
        <TextField
          name="mail"
          type="email"
          label={words.mail}
          spellCheck={false}
          defaultValue={typed.mail}
          error={error("mail") ?? error("form")}
          required
        />
        <p className="actions">
          <Button>{words.button}</Button>
          {back}
        </p>
      </form>
    </ShortPage>
  );
}
