import { data, redirect } from "react-router";
import { z } from "zod";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { Refused } from "../../platform/http/refused.ts";
import { cleanText, textLength } from "../../platform/text.ts";
import { dateLong } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Around, Typed, Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { networkWords } from "../messages/network.ts";
import { areaNameOf } from "../people/areas.server.ts";
import { memberOf } from "../people/viewer.server.ts";
import { NetworkNav } from "../start/network-nav.tsx";
import type { Route } from "./+types/practice.route.ts";
import { FileList } from "./file-list.tsx";
import { listFiles } from "./files.server.ts";
import { practiceLimits, usedFits } from "./practice.ts";
import { PracticeView } from "./practice-view.tsx";
import { findPractice, usePractice as keepUse, listThemes } from "./practices.server.ts";
import "../start/network.css";

export const handle = { script: false, small };

const numberOf = (text: string) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { dialogue, at } = await memberOf(db, context.get(visitContext), context.get(placeContext), "practice");
  const found = await findPractice(db, dialogue.id, numberOf(params.number));
  const { published } = found ?? {};
  // who left took what they wrote along: to a reader that is no mistake of theirs
  if (!found) return data({ gone: true as const, slug: dialogue.slug, title: dialogue.title }, { status: 404 });
  if (!published) throw data("missing", { status: 404 });
  const { practice, by, member, versions, uses } = found;
  const mine = practice.personId === at.personId;
  const themes = await listThemes(db, dialogue.id);
  const own = uses.find(({ personId }) => personId === at.personId);
  return data({
    gone: false as const,
    ...{ words: published.words, at: published.at, number: practice.number, by, member, mine },
    area: await areaNameOf(db, practice.areaCode, practice.areaYear),
    themes: themes.filter(({ id }) => practice.themeIds.includes(id)).map(({ name }) => name),
    versions: versions.map(({ version, at: when, words }) => ({ version, at: when, words })),
    uses: uses.map(({ fit, text, by: who }) => ({ fit, text, by: who })),
    files: (await listFiles(db, practice.id, false)).map(({ id, name, size }) => ({ id, name, size })),
    own: own ? { fit: own.fit as string, text: own.text } : { fit: "", text: "" },
    kept: new URL(request.url).searchParams.has("bewaard"),
    slug: dialogue.slug,
    title: dialogue.title,
  });
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { dialogue, guest, db } = askedByGuest(context);
  const found = await findPractice(db, dialogue.id, numberOf(params.number));
  if (!found?.published) throw data("missing", { status: 404 });
  const form = await request.formData();
  const fit = z.enum(usedFits).safeParse(form.get("fit"));
  const text = cleanText(String(form.get("text") ?? ""));
  const typed = { fit: String(form.get("fit") ?? ""), text };
  const no = (status: number, trouble: { error?: "missing" | "long" | "why"; guarded?: boolean; refused?: string }) =>
    data({ typed, error: null, guarded: false, refused: null, ...trouble }, { status });
  if (!fit.success) return no(422, { error: "missing" });
  if (textLength(text) > practiceLimits.use) return no(422, { error: "long" });
  if (fit.data === "conditions" && text === "") return no(422, { error: "why" });
  if (objection(form, ["text"])) return no(422, { guarded: true });
  try {
    await keepUse(db, { dialogueId: dialogue.id, personId: guest.personId }, found.practice.id, fit.data, text);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, { refused: error.code });
  }
  return redirect(`/netwerk/${dialogue.slug}/praktijk/${found.practice.number}?bewaard#gebruikt`, 303);
}

export default function PracticePage({ loaderData, actionData }: Route.ComponentProps) {
  return loaderData.gone ? <Gone {...loaderData} /> : <Shown page={loaderData} actionData={actionData} />;
}

function Gone({ slug, title }: { slug: string; title: string }) {
  const m = useWords(networkWords).practices;
  return (
    <PublicFrame>
      <title>{`${m.gone} · ${title}`}</title>
      <h1>{m.gone}</h1>
      <p>{m.goneText}</p>
      <p>
        <a href={`/netwerk/${slug}/praktijk`}>{m.toAll}</a>
      </p>
    </PublicFrame>
  );
}

type Page = Extract<Route.ComponentProps["loaderData"], { gone: false }>;

function Shown({ page, actionData }: { page: Page; actionData: Route.ComponentProps["actionData"] }) {
  const words = useWords(networkWords);
  const m = words.practices;
  const locale = useLocale();
  const typed = actionData?.typed ?? page.own;
  const error = actionData?.error ? m.useErrors[actionData.error] : undefined;
  const field = actionData?.error === "missing" ? "fit" : "text";
  const home = `/netwerk/${page.slug}/praktijk`;
  return (
    <PublicFrame>
      <title>{`${page.words.title} · ${page.title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={<Written>{page.words.title}</Written>} eyebrow={m.title}>
        <p className="small quiet">
          {[page.by, page.area, dateLong(page.at, locale)].filter(Boolean).join(", ")}
          {page.themes.length > 0 ? (
            <>
              . <Around words={{ names: page.themes.join(", ") }} say={m.forThemes} />
            </>
          ) : null}
        </p>
      </PageHead>
      <NetworkNav slug={page.slug} here={null} member />
      <p className="small">{m.terms}</p>
      <PracticeView words={page.words} />
      <FileList files={page.files} slug={page.slug} />
      <p className="no-print">
        {page.mine ? (
          <a href={`${home}/${page.number}/schrijven`}>{m.edit}</a>
        ) : (
          <a href={`/netwerk/${page.slug}/mensen/${page.member}`}>{words.directory.write({ name: page.by })}</a>
        )}
      </p>
      <Rail id="gebruikt" heading={m.used}>
        {page.kept && !actionData ? <Notice variant="success">{m.kept}</Notice> : null}
        {page.uses.length === 0 ? <p>{m.usedNone}</p> : null}
        <ul className="matches">
          {page.uses.map((use) => (
            <li key={use.by}>
              <strong>{m.fits[use.fit]}</strong>
              {use.text ? <Typed className="why">{use.text}</Typed> : null}
              <span className="small quiet why">{use.by}</span>
            </li>
          ))}
        </ul>
        {page.mine ? null : (
          <form method="post" noValidate className="network-form no-print">
            <ErrorSummary heading={m.useSummary} errors={error ? [{ field, text: error }] : []} />
            {actionData?.refused ? <Refusal>{words.refused[actionData.refused] ?? words.refused.gone}</Refusal> : null}
            {actionData?.guarded ? <GuardWarning outside typed={[["text", typed.text]]} fields={["text"]} /> : null}
            <RadioGroup
              name="fit"
              legend={m.use}
              defaultValue={typed.fit}
              choices={usedFits.map((value) => ({ value, label: m.fits[value] }))}
              error={field === "fit" ? error : undefined}
              required
            />
            <TextArea
              name="text"
              label={m.useText}
              hint={m.useHint}
              rows={3}
              defaultValue={typed.text}
              error={field === "text" ? error : undefined}
            />
            <p className="actions">
              <Button>{m.useButton}</Button>
            </p>
          </form>
        )}
      </Rail>
      {page.versions.length > 1 ? (
        <Disclosure summary={m.versions}>
          {page.versions.map((one) => (
            <section key={one.version}>
              <h3>{m.version({ n: one.version, day: dateLong(one.at, locale) })}</h3>
              <PracticeView words={one.words} />
            </section>
          ))}
        </Disclosure>
      ) : null}
      <p className="no-print">
        <a href={home}>{m.back}</a>
      </p>
    </PublicFrame>
  );
}
