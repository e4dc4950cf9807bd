import { data, redirect } from "react-router";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { networkWords } from "../messages/network.ts";
import { networkPages } from "../start/network-nav.tsx";
import type { Route } from "./+types/card.route.ts";
import { areaNameOf, findPlaceNamed } from "./areas.server.ts";
import { CardForm, type CardTyped } from "./card-form.tsx";
import { listFields } from "./fields.server.ts";
import { allOff, type Circle, cardLists, cardProse, cardShape, circles, parts, type Shown } from "./member.ts";
import { findMember, firstWords, leaveNetwork, saveMember } from "./members.server.ts";
import { type MembersOnly, membersOnly } from "./viewer.server.ts";
import "../start/network.css";
import { NetworkPage } from "../start/network-page.tsx";

export const handle = { script: false, small };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, guest, db } = askedByGuest(context);
  const at = { dialogueId: dialogue.id, personId: guest.personId };
  const [member, fields] = await Promise.all([findMember(db, at), listFields(db, dialogue.id)]);
  const typed: CardTyped = member
    ? {
        ...{ name: member.name, does: member.does, offers: member.offers, looksFor: member.looksFor },
        ...{ fields: member.fieldIds, languages: member.languages, shown: member.shown, digest: member.digest },
        area: await areaNameOf(db, member.areaCode, member.areaYear),
        areaChosen: member.areaCode ? `${member.areaCode}:${member.areaYear}` : "",
      }
    : { ...(await firstWords(db, at)), areaChosen: "", digest: false, shown: allOff };
  return {
    typed,
    fields,
    isMember: member !== null,
    hidden: member !== null && parts.every((part) => member.shown[part] === "off"),
    may: mayDialogue(dialogue.state, "network"),
    done: new URL(request.url).searchParams.get("gedaan"),
    wanted: wantedIn(request),
    slug: dialogue.slug,
    title: dialogue.title,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, guest, db } = askedByGuest(context);
  const at = { dialogueId: dialogue.id, personId: guest.personId };
  const form = await request.formData();
  const home = `/mijn/${dialogue.slug}/netwerk`;
  if (form.get("doen") === "stop") {
    await leaveNetwork(db, at);
    return redirect(`${home}?gedaan=gestopt`, 303);
  }
  const typed = typedIn(form);
  const no = (status: number, trouble: { errors?: Readonly<Record<string, string>>; guarded?: boolean; refused?: string }) =>
    data({ typed, errors: {}, guarded: false, refused: null, ...trouble }, { status });
  const read = readForm(cardShape, form, cardLists);
  const place = await findPlaceNamed(db, typed.area, typed.areaChosen);
  if (!read.ok || place === "unknown")
    return no(422, { errors: { ...(read.ok ? {} : read.errors), ...(place === "unknown" && { area: "unknown" }) } });
  if (objection(form, cardProse)) return no(422, { guarded: true });
  const before = await findMember(db, at);
  try {
    await saveMember(db, at, read.value, place === "none" ? null : place);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, { refused: error.code });
  }
  const wanted = wantedIn(request);
  return redirect(`${home}?gedaan=${before ? "bewaard" : "lid"}${wanted ? `&voor=${wanted}` : ""}`, 303);
}

/** The page for members that somebody asked for before they were one. */
function wantedIn(request: Request): MembersOnly | null {
  const asked = new URL(request.url).searchParams.get("voor");
  return membersOnly.find((page) => page === asked) ?? null;
}

function typedIn(form: FormData): CardTyped {
  const one = (name: string) => String(form.get(name) ?? "");
  const circle = (name: string): Circle => circles.find((each) => each === one(`toon-${name}`)) ?? "off";
  return {
    ...{ name: one("name"), does: one("does"), offers: one("offers"), looksFor: one("looksFor"), area: one("area") },
    ...{ areaChosen: one("area-chosen"), fields: form.getAll("fields").map(String), digest: form.has("digest") },
    languages: form.getAll("languages").map(String),
    shown: Object.fromEntries(parts.map((part) => [part, circle(part)])) as unknown as Shown, // every part has its circle
  };
}

export default function CardPage({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(networkWords);
  const { slug, title, isMember, may, done, hidden, wanted } = loaderData;
  const heading = isMember ? m.card.title : m.card.titleNew;
  return (
    <NetworkPage
      title={heading}
      of={title}
      lead={isMember ? m.card.lead : m.card.leadNew}
      slug={slug}
      here="card"
      member={isMember}
    >
      {done === "gestopt" && !isMember ? <Notice variant="success">{m.card.left}</Notice> : null}
      {wanted && !isMember && !actionData ? <Notice>{m.card.forMembers[wanted]}</Notice> : null}
      {done === "lid" && isMember ? (
        <Notice variant="success" live="polite">
          <p>{m.card.joined}</p>
          {wanted ? (
            <p>
              <a href={networkPages[wanted](slug)}>{m.card.goOn({ page: m.nav[wanted] })}</a>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {done === "bewaard" && isMember ? (
        <Notice variant="success" live="polite">
          {m.card.saved}
        </Notice>
      ) : null}
      {hidden ? <Notice>{m.card.nobody}</Notice> : null}
      {actionData?.refused ? <Refusal>{m.refused[actionData.refused] ?? m.refused.gone}</Refusal> : null}
      {may ? (
        <CardForm
          typed={actionData?.typed ?? loaderData.typed}
          fields={loaderData.fields}
          errors={actionData?.errors ?? {}}
          guarded={actionData?.guarded ?? false}
          isNew={!isMember}
        />
      ) : (
        <Notice variant="warn">{m.refused["not-now"]}</Notice>
      )}
      {isMember ? (
        <Disclosure summary={m.card.leave}>
          <p>{m.card.leaveText}</p>
          <form method="post">
            <input type="hidden" name="doen" value="stop" />
            <p className="actions">
              <Button variant="secondary" danger>
                {m.card.leaveSure}
              </Button>
            </p>
          </form>
        </Disclosure>
      ) : null}
    </NetworkPage>
  );
}
