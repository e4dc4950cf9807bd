import type { dialogue } from "../../dialogue/tables.ts";
import type { Locale } from "../../language/locale.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { offerOf } from "../registration/my-page/offer.ts";
import type { CallTexts } from "./call.ts";
import { agendaOf } from "./call-page.ts";
import { findCall } from "./calls.server.ts";

const empty: CallTexts = { lead: "", purpose: "", background: "", forWhom: "", whatHappens: "", owner: "", contact: "" };

/** What the page of a call shows, with what only its editor needs. */
export async function findCallPage(db: Reader, of: typeof dialogue.$inferSelect, locale: Locale, now = new Date()) {
  const found = await findCall(db, of.id);
  const { lead, purpose, background, forWhom, whatHappens, owner, contact } = found.texts ?? empty;
  const page = {
    slug: of.slug,
    title: of.title,
    texts: { lead, purpose, background, forWhom, whatHappens, owner, contact },
    fields: found.fields,
    parties: found.parties,
    sessions: found.sessions.map(({ id, startsAt, endsAt, registrationClosesAt, capacity, free, state }) => ({
      ...{ id, startsAt, endsAt, capacity, state },
      closesAt: registrationClosesAt,
      offer: offerOf(
        { dialogue: of.state, session: state, closesAt: registrationClosesAt, free, mode: of.settings.admission },
        now,
      ),
    })),
    report: found.published,
    programme: of.programmeShownAt !== null,
    agenda: found.next ? agendaOf(found.next.startsAt, found.steps, locale) : [],
  };
  return { page, version: found.texts?.version ?? 0, privacy: found.privacy.text };
}
