import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { MessageId, PracticeId } from "../../platform/ids.ts";
import { cleanText, textLength } from "../../platform/text.ts";
import { dateLong } from "../../platform/time.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { Around, Typed, Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { practiceLimits } from "../library/practice.ts";
import { judgePractice } from "../library/practices.server.ts";
import { networkWords } from "../messages/network.ts";
import { drawPicture } from "../people/picture.server.ts";
import { PictureView } from "../people/picture-view.tsx";
import type { Route } from "./+types/weaver.route.ts";
import { settleReport } from "./reports.server.ts";
import { weave } from "./weaver.server.ts";
import { PracticeToJudge, ReportToSettle } from "./weaver-forms.tsx";
import "./network.css";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles } = askedOfDialogue(context);
  return {
    ...(await weave(context.get(servicesContext).db, dialogue.id, new Date())),
    picture: await drawPicture(context.get(servicesContext).db, dialogue.id),
    mayJudge: roles.has("organiser"),
    done: new URL(request.url).searchParams.get("gedaan"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const form = await request.formData();
  const id = z.uuid().safeParse(form.get("id"));
  const version = z.coerce.number().int().positive().safeParse(form.get("version"));
  if (!id.success) throw data("missing", { status: 400 });
  const home = `/team/${dialogue.slug}/netwerk`;
  const reason = cleanText(String(form.get("reden") ?? ""));
  const no = (status: number, error: "missing" | "long" | "gone") => data({ id: id.data, reason, error }, { status });
  try {
    switch (form.get("doen")) {
      case "gezien":
        await settleReport(db, dialogue.id, team.personId, id.data as MessageId);
        return redirect(`${home}?gedaan=gezien`, 303);
      case "publiceer":
        if (!version.success) throw data("missing", { status: 400 });
        await judgePractice(db, dialogue.id, team.personId, id.data as PracticeId, { publish: true, version: version.data });
        return redirect(`${home}?gedaan=gepubliceerd`, 303);
      case "terug": {
        if (!version.success) throw data("missing", { status: 400 });
        if (reason === "") return no(422, "missing");
        if (textLength(reason) > practiceLimits.reason) return no(422, "long");
        const verdict = { publish: false as const, version: version.data, reason };
        await judgePractice(db, dialogue.id, team.personId, id.data as PracticeId, verdict);
        return redirect(`${home}?gedaan=terug`, 303);
      }
      default:
        throw data("missing", { status: 400 });
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, "gone");
  }
}

export default function WeaverPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const words = useWords(networkWords);
  const m = words.weaver;
  const locale = useLocale();
  const { slug, title } = useDialogue();
  const someone = words.directory.someone;
  const named = (name: string) => name || someone;
  const card = (id: string) => `/netwerk/${slug}/mensen/${id}`;
  const since = (at: Date) => dateLong(at, locale);
  const said = page.done && !actionData ? m.done[page.done] : undefined;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead({ n: page.members })}>
        <p>
          <TextLink href={`/netwerk/${slug}`}>{m.look}</TextLink>
        </p>
      </PageHead>
      {said ? <Notice variant="success">{said}</Notice> : null}
      {actionData?.error === "gone" ? <Refusal>{m.gone}</Refusal> : null}
      {page.reports.length > 0 ? (
        <Rail id="meldingen" heading={m.reports}>
          {page.reports.map((one) => (
            <ReportToSettle key={one.id} report={one} slug={slug} may={page.mayJudge} />
          ))}
        </Rail>
      ) : null}
      <Rail id="voorbeelden" heading={m.waiting}>
        {page.waiting.length === 0 ? <p>{m.waitingNone}</p> : null}
        {page.waiting.map((one) => (
          <PracticeToJudge
            key={one.id}
            practice={one}
            slug={slug}
            may={page.mayJudge}
            trouble={
              actionData && actionData.id === one.id && actionData.error !== "gone"
                ? { ...actionData, error: actionData.error }
                : null
            }
          />
        ))}
      </Rail>
      <Rail id="alleen" heading={m.alone}>
        {page.alone.length === 0 ? <p>{m.aloneNone}</p> : null}
        <ul className="matches">
          {page.alone.map((one) => (
            <li key={one.id}>
              <Written>{one.title}</Written>
              <span className="small quiet why">
                {words.asks.kinds[one.kind]}, {since(one.createdAt)}
              </span>
            </li>
          ))}
        </ul>
      </Rail>
      <Rail id="bruggen" heading={m.bridges}>
        <p>{page.bridges.length === 0 ? m.bridgesNone : m.bridgesText}</p>
        <ul className="matches">
          {page.bridges.map((one) => (
            <li key={`${one.id} ${one.otherId}`}>
              <a href={card(one.id)}>{named(one.who)}</a> {m.bridge} <a href={card(one.otherId)}>{named(one.other)}</a>
              <span className="small quiet why">{m.because({ ...one.reason, looksFor: one.looksFor })}</span>
            </li>
          ))}
        </ul>
      </Rail>
      {(["fresh", "lonely"] as const).map((kind) => (
        <Rail key={kind} id={kind} heading={m[kind]}>
          {page[kind].length === 0 ? <p>{m.nobody[kind]}</p> : null}
          <ul className="matches">
            {page[kind].map((one) => (
              <li key={one.id}>
                {one.hasCard ? <a href={card(one.id)}>{named(one.name)}</a> : named(one.name)}{" "}
                <span className="small quiet">{m.since({ day: since(one.joinedAt) })}</span>
              </li>
            ))}
          </ul>
        </Rail>
      ))}
      <PictureView picture={page.picture} />
      <Rail id="dun" heading={m.thin}>
        <p>
          {page.thinFields.length > 0 ? (
            <Around words={{ names: page.thinFields.join(", ") }} say={m.thinFields} />
          ) : (
            m.thinFields({ names: m.nowhere })
          )}
        </p>
        <p>{m.thinAreas({ names: page.thinAreas.join(", ") || m.nowhere })}</p>
        <p className="small quiet">{m.thinHow}</p>
      </Rail>
      <Rail id="toezeggingen" heading={m.slipping}>
        {page.slipping.length === 0 ? <p>{m.slippingNone}</p> : null}
        <ul className="matches">
          {page.slipping.map((one) => (
            <li key={one.id}>
              <Typed>{one.what}</Typed>
              <span className="small quiet why">
                {one.by}, {since(new Date(`${one.due}T12:00:00Z`))}
              </span>
            </li>
          ))}
        </ul>
      </Rail>
    </>
  );
}
