import { data } from "react-router";
import { askedOfDialogue } from "../../../dialogue/access/asked.server.ts";
import { useLocale, useWords } from "../../../language/words.ts";
import { dateTimeRange } from "../../../platform/time.ts";
import { TextArea } from "../../../ui/form/text-field.tsx";
import { TextLink } from "../../../ui/layout/text.tsx";
import { chooseSession } from "../admission/overview.server.ts";
import { listAreas } from "../form/area-search.server.ts";
import { findLists } from "../form/form-page.server.ts";
import { gapWords } from "../messages/gaps.ts";
import type { Route } from "./+types/gap-text.route.ts";
import { townsOf } from "./gaps.ts";

/** A text to invite people with who are missing. Nothing is sent: it is copied, or taken along to one's own mail. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, db, environment } = askedOfDialogue(context);
  const search = new URL(request.url).searchParams;
  const { here } = await chooseSession(db, dialogue, search.get("bijeenkomst"));
  if (!here) throw data("missing", { status: 404 });
  const { fields, parties } = await findLists(db, dialogue.id);
  const named = (list: readonly { readonly id: string; readonly name: string }[], key: string) =>
    list.find(({ id }) => id === search.get(key))?.name ?? null;
  return {
    ...{ title: dialogue.title, slug: dialogue.slug, address: `${environment.origin}/oproep/${dialogue.slug}` },
    session: { id: here.id, startsAt: here.startsAt, endsAt: here.endsAt },
    field: named(fields, "vakgebied"),
    party: named(parties, "partij"),
    area: townsOf(await listAreas(db))(search.get("gebied"))?.name ?? null,
  };
}

export default function GapText({ loaderData: page }: Route.ComponentProps) {
  const m = useWords(gapWords);
  const locale = useLocale();
  const { session, field, party, area, title, address } = page;
  const when = dateTimeRange(session.startsAt, session.endsAt, locale);
  const text = m.text({ title, when, address, who: m.who({ field, party, area }) });
  const subject = m.subject({ title });
  const at = `?bijeenkomst=${session.id}`;
  const home = `/team/${page.slug}/aanmeldingen`;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <div className="page-head">
        <p>
          <TextLink to={home + at}>{m.back}</TextLink>
        </p>
        <h1>{m.title}</h1>
        <p className="lead">{m.lead({ who: m.who({ field, party, area }) })}</p>
      </div>
      <TextArea name="text" rows={14} label={m.label} hint={m.hint} defaultValue={text} spellCheck={false} />
      <ul className="beside-links">
        <li>
          <TextLink href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`}>{m.mail}</TextLink>
        </li>
        <li>
          <TextLink to={`${home}/genodigden${at}`}>{m.byName}</TextLink>
        </li>
      </ul>
    </>
  );
}
