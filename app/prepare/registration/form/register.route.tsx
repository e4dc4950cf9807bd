import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../../language/words.ts";
import { Refused } from "../../../platform/http/refused.ts";
import { dateTimeRange } from "../../../platform/time.ts";
import { Button } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/form/choices.tsx";
import { Written } from "../../../ui/form/typed.tsx";
import { PublicFrame } from "../../../ui/frame.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { receiveForm } from "../admission/arrivals.server.ts";
import { registrationWords } from "../messages/registration.ts";
import { isOpenOffer, type Offer } from "../my-page/offer.ts";
import type { Route } from "./+types/register.route.ts";
import { Beside } from "./beside.tsx";
import small from "./form.client.ts?worker&url";
import { FormErrors, useErrorText } from "./form-errors.tsx";
import { findContact, findLists, listOffers } from "./form-page.server.ts";
import { readAnswers, type WrongForm } from "./read-form.server.ts";
import { typedRegistration } from "./registration.ts";
import { RegistrationFields } from "./registration-fields.tsx";
import "./registration.css";

export const handle = { script: false, small };

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, registration: mine, roles } = context.get(placeContext);
  if (!dialogue || dialogue.state === "draft") throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const [lists, sessions, contact] = await Promise.all([
    findLists(db, dialogue.id),
    listOffers(db, dialogue, new Date()),
    findContact(db, dialogue.id),
  ]);
  const already = roles.has("registrant") && mine && mine.state !== "withdrawn" ? mine.name : null;
  return { slug: dialogue.slug, dialogueTitle: dialogue.title, lists, sessions, ...contact, already };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  const { locale } = context.get(visitContext);
  if (!dialogue || dialogue.state === "draft") throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const form = await request.formData();
  const now = new Date();
  const [lists, offers] = await Promise.all([findLists(db, dialogue.id), listOffers(db, dialogue, now)]);
  const open = offers.filter(({ offer }) => isOpenOffer(offer));
  const asked = String(form.get("session") ?? "");
  const chosen = open.find(({ id }) => id === asked);
  const read = await readAnswers(db, lists, form);
  const wrongSession: Record<string, string> = chosen ? {} : { session: asked ? "unknown" : "missing" };
  const wrong = (errors: Record<string, string>, status: number, more: Partial<WrongForm> = {}) =>
    data(
      { typed: typedRegistration(form), chosenArea: "", areaChoices: [], ...more, errors, session: asked, sent: null },
      { status },
    );
  if (!read.ok) return wrong({ ...wrongSession, ...read.errors }, 422, read);
  if (!chosen) return wrong(wrongSession, 422);
  try {
    const kept = await receiveForm(db, { dialogueId: dialogue.id, sessionId: chosen.id }, { ...read.value, locale }, now);
    if (kept === "too-many") return wrong({ form: "too-many" }, 429);
  } catch (error) {
    if (error instanceof Refused && error.code === "mail-brake") return wrong({ form: error.code }, 429);
    throw error;
  }
  // In the page and not in the address: addresses are kept in histories and logs.
  return data({ sent: { mail: read.value.mail, offer: chosen.offer } });
}

export default function Register({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(registrationWords);
  if (actionData?.sent) return <Sent slug={loaderData.slug} {...actionData.sent} />;
  const wrong = actionData && "errors" in actionData ? actionData : null;
  return (
    <PublicFrame>
      <title>{`${wrong ? m.errorTitle(m) : m.title} · ${loaderData.dialogueTitle}`}</title>
      {loaderData.sessions.some(({ offer }) => isOpenOffer(offer)) ? (
        <FormPage page={loaderData} wrong={wrong} />
      ) : (
        <CannotRegister page={loaderData} />
      )}
    </PublicFrame>
  );
}

type Page = Route.ComponentProps["loaderData"];
type Wrong = WrongForm & { readonly session: string };

function FormPage({ page, wrong }: { page: Page; wrong: Wrong | null }) {
  const m = useWords(registrationWords);
  const locale = useLocale();
  const open = page.sessions.filter(({ offer }) => isOpenOffer(offer));
  const [only] = open;
  const single = open.length === 1 && only ? only : null;
  const onlyWaiting = open.every(({ offer }) => offer === "waiting-list");
  return (
    <div className="split">
      <div>
        {wrong && !wrong.guarded ? <FormErrors errors={wrong.errors} /> : null}
        <h1>{m.title}</h1>
        <p className="lead">
          {single ? (
            m.lead({ when: dateTimeRange(single.startsAt, single.endsAt, locale) })
          ) : (
            <Written>{page.dialogueTitle}</Written>
          )}
        </p>
        {single && single.offer !== "place" ? (
          <Notice variant={single.offer === "waiting-list" ? "warn" : "info"}>{m.offers[single.offer]}</Notice>
        ) : null}
        <p className="small">
          {page.already ? (
            <>
              {m.already({ name: page.already })} <a href={`/mijn/${page.slug}`}>{m.toMine}</a>.
            </>
          ) : (
            <a href={`/oproep/${page.slug}/link`}>{m.lostLink}</a>
          )}
        </p>
        <form method="post" noValidate>
          {single ? <input type="hidden" name="session" value={single.id} /> : <SessionChoice page={page} wrong={wrong} />}
          <RegistrationFields
            lists={page.lists}
            state={wrong ?? { typed: {}, errors: {}, chosenArea: "", areaChoices: [] }}
            privacyHref={`/oproep/${page.slug}/privacy`}
          />
          <p className="actions">
            <Button id="send">{onlyWaiting ? m.sendWaiting : m.send}</Button>
          </p>
        </form>
      </div>
      <Beside sessions={open} shapes={page.lists.fields.map(({ shape }) => shape)} contact={page.contact} />
    </div>
  );
}

function SessionChoice({ page, wrong }: { page: Page; wrong: Wrong | null }) {
  const m = useWords(registrationWords);
  const locale = useLocale();
  const error = useErrorText(wrong?.errors ?? {});
  return (
    <section className="form-section">
      <RadioGroup
        name="session"
        legend={m.whichSession}
        error={error("session")}
        required
        defaultValue={wrong?.session}
        choices={page.sessions
          .filter(({ offer }) => offer !== "over")
          .map((one) => ({
            value: one.id,
            label: dateTimeRange(one.startsAt, one.endsAt, locale),
            hint: `${one.title}: ${m.offerShort[one.offer]}`,
            disabled: !isOpenOffer(one.offer),
          }))}
      />
    </section>
  );
}

function CannotRegister({ page }: { page: Page }) {
  const m = useWords(registrationWords);
  const locale = useLocale();
  return (
    <div className="short">
      <h1>{m.cannot}</h1>
      <p className="lead">
        <Written>{page.dialogueTitle}</Written>
      </p>
      <ul>
        {page.sessions.map((one) => (
          <li key={one.id}>
            <span className="sentence">{dateTimeRange(one.startsAt, one.endsAt, locale)}</span>
            <br />
            {m.offers[one.offer]}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/oproep/${page.slug}`}>{m.toCall}</a>
      </p>
      <p>
        <a href={`/oproep/${page.slug}/link`}>{m.lostLink}</a>
      </p>
    </div>
  );
}

function Sent({ slug, mail, offer }: { slug: string; mail: string; offer: Offer }) {
  const m = useWords(registrationWords).sent;
  return (
    <PublicFrame>
      <title>{m.title}</title>
      <div className="short">
        <h1>{m.title}</h1>
        <p className="lead">{m.lead({ mail })}</p>
        <p>{m.next}</p>
        {offer === "waiting-list" ? <p>{m.waiting}</p> : null}
        {offer === "selection" ? <p>{m.selection}</p> : null}
        <p>{m.nothing}</p>
        <p>
          <a href={`/oproep/${slug}/aanmelden`}>{m.again}</a>
        </p>
      </div>
    </PublicFrame>
  );
}
