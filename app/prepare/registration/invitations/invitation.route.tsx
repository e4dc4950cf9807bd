import { data, redirect } from "react-router";
import { servicesContext, visitContext } from "../../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../../language/words.ts";
import { deviceName } from "../../../platform/http/device-name.ts";
import { dateTimeRange } from "../../../platform/time.ts";
import { Button } from "../../../ui/button.tsx";
import { WrittenIn } from "../../../ui/form/typed.tsx";
import { PublicFrame } from "../../../ui/frame.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Beside } from "../form/beside.tsx";
import small from "../form/form.client.ts?worker&url";
import { FormErrors } from "../form/form-errors.tsx";
import { findContact, findLists } from "../form/form-page.server.ts";
import { signInHeaders } from "../form/participant-cookie.server.ts";
import { readAnswers } from "../form/read-form.server.ts";
import { RegistrationFields } from "../form/registration-fields.tsx";
import { ShortPage } from "../form/short-page.tsx";
import { registrationWords } from "../messages/registration.ts";
import { asTyped } from "../my-page/mine.server.ts";
import { offerTo } from "../my-page/offers.server.ts";
import type { Route } from "./+types/invitation.route.ts";
import { findDialogueLink } from "./dialogue-links.server.ts";
import { completeInvitation, findInvitation } from "./invitations.server.ts";

export const handle = { script: false, small };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const found = await findInvitation(db, params.token);
  if (found.status === "unknown") return data({ gone: found.status, dialogue: null, form: null }, { status: 410 });
  const { mine } = found;
  const about = await findDialogueLink(db, mine.dialogueId);
  if (found.status === "used" || !about) return data({ gone: "used" as const, dialogue: about, form: null }, { status: 410 });
  const offer = await offerTo(db, found, new Date());
  if (offer === "over") return data({ gone: offer, dialogue: about, form: null }, { status: 410 });
  const [lists, typed, { contact }] = await Promise.all([
    findLists(db, mine.dialogueId),
    asTyped(db, mine, found.person.mail ?? ""),
    findContact(db, mine.dialogueId),
  ]);
  const { title, startsAt, endsAt } = found.session;
  return data({
    gone: null,
    dialogue: about,
    form: { lists, typed, contact, offer, from: found.from?.name ?? "", session: { title, startsAt, endsAt, closesAt: null } },
  });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const { locale, guest } = context.get(visitContext);
  const found = await findInvitation(db, params.token);
  if (found.status !== "open") return redirect(`/uitnodiging/${params.token}`, 303);
  const form = await request.formData();
  // The link came to this address, and belongs to it.
  form.set("mail", found.person.mail ?? "");
  const read = await readAnswers(db, await findLists(db, found.mine.dialogueId), form);
  if (!read.ok) return data(read, { status: 422 });
  const browser = { name: deviceName(request.headers.get("user-agent")), signedInAs: guest?.personId ?? null };
  const done = await completeInvitation(db, params.token, { ...read.value, locale }, browser, new Date());
  if (done.status !== "done") return redirect(`/uitnodiging/${params.token}`, 303);
  const about = await findDialogueLink(db, done.mine.dialogueId);
  return redirect(`/mijn/${about?.slug ?? ""}?welkom`, { status: 303, ...signInHeaders(done.deviceToken) });
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(registrationWords);
  const locale = useLocale();
  const { gone, dialogue: about, form } = loaderData;
  if (!form || !about)
    return (
      <ShortPage title={m.invited.gone[gone ?? "unknown"].title} lead={m.invited.gone[gone ?? "unknown"].text}>
        <p>
          <a href={about ? `/oproep/${about.slug}` : "/"}>{m.toCall}</a>
        </p>
      </ShortPage>
    );
  const { session, lists, offer } = form;
  const wrong = actionData && !actionData.ok ? actionData : null;
  const said = {
    "take-over": m.invited.takeOver({ from: form.from }),
    lapsed: m.invited.lapsed,
    place: m.invited.invited,
    "waiting-list": m.invited.invitedFull,
    "has-place": m.invited.hasPlace,
  }[offer];
  return (
    <WrittenIn language={about.language}>
      <PublicFrame>
        <title>{`${m.invited.title} · ${about.title}`}</title>
        <meta name="robots" content="noindex" />
        <div className="split">
          <div>
            {wrong && !wrong.guarded ? <FormErrors errors={wrong.errors} /> : null}
            <h1>{m.invited.title}</h1>
            <p className="lead">{m.lead({ when: dateTimeRange(session.startsAt, session.endsAt, locale) })}</p>
            <Notice variant={offer === "lapsed" || offer === "waiting-list" ? "warn" : "info"}>{said}</Notice>
            <form method="post" noValidate>
              <RegistrationFields
                lists={lists}
                state={wrong ?? { typed: form.typed, errors: {}, chosenArea: "", areaChoices: [] }}
                mail={form.typed.mail}
                privacyHref={`/oproep/${about.slug}/privacy`}
              />
              <p className="actions">
                <Button id="send">{m.invited.send}</Button>
              </p>
            </form>
          </div>
          <Beside sessions={[session]} shapes={lists.fields.map(({ shape }) => shape)} contact={form.contact} />
        </div>
      </PublicFrame>
    </WrittenIn>
  );
}
