import { data, Form, redirect } from "react-router";
import { askedByTeam, askedOfDialogue } from "../dialogue/access/asked.server.ts";
import { servicesContext } from "../dialogue/access/context.server.ts";
import { useDialogue } from "../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../language/words.ts";
import { dateLong } from "../platform/time.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Rail } from "../ui/chart/rail.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Empty } from "../ui/empty.tsx";
import { PageHead } from "../ui/layout/page-head.tsx";
import { TextLink } from "../ui/layout/text.tsx";
import { Notice } from "../ui/notice.tsx";
import type { Route } from "./+types/heard.route.ts";
import { findHeard, sendFailedAgain } from "./heard.server.ts";
import { feedbackWords } from "./messages/feedback.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles } = askedOfDialogue(context);
  return {
    heard: await findHeard(context.get(servicesContext).db, dialogue.id),
    mayWrite: roles.has("organiser"),
    again: Number(new URL(request.url).searchParams.get("opnieuw")) || 0,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const number = Number((await request.formData()).get("versie"));
  if (!Number.isInteger(number)) throw data("missing", { status: 404 });
  const n = await sendFailedAgain(context.get(servicesContext).db, dialogue.id, team.personId, number);
  return redirect(`/team/${dialogue.slug}/terugkoppeling?opnieuw=${n}`, 303);
}

export default function Heard({ loaderData: { heard, mayWrite, again } }: Route.ComponentProps) {
  const m = useWords(feedbackWords).team;
  const locale = useLocale();
  const { slug, title } = useDialogue();
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead} />
      {again > 0 ? <Notice variant="success">{m.sentAgain({ n: again })}</Notice> : null}
      {heard ? (
        <>
          <Rail
            id="mails"
            heading={m.mails}
            beside={<p className="small quiet">{m.version({ n: heard.number, date: dateLong(heard.publishedAt, locale) })}</p>}
          >
            <DataTable
              caption={m.mailsByState}
              captionHidden
              rowHeaders
              columns={[
                { key: "state", head: m.state },
                { key: "n", head: m.n, numeric: true },
              ]}
              rows={(["sent", "waiting", "failed", "cancelled"] as const).map((state) => ({
                key: state,
                cells: { state: m.mailStates[state], n: heard.mails[state] },
              }))}
            />
            <p>{m.contributors({ n: heard.writers.withMail, of: heard.writers.n })}</p>
            {mayWrite && heard.mails.failed > 0 ? (
              <Form method="post">
                <input type="hidden" name="versie" value={heard.number} />
                <Button variant="secondary">{m.again}</Button>
              </Form>
            ) : null}
          </Rail>
          <Rail id="open" heading={m.open}>
            {heard.open.unplaced + heard.open.notes + heard.open.later === 0 ? (
              <p>{m.openNone}</p>
            ) : (
              <ul>
                {heard.open.unplaced > 0 ? (
                  <li>
                    {m.unplaced({ n: heard.open.unplaced })}. <TextLink to={`/team/${slug}/themas`}>{m.themes}</TextLink>
                  </li>
                ) : null}
                {heard.open.notes > 0 ? (
                  <li>
                    {m.notes({ n: heard.open.notes })}. <TextLink to={`/team/${slug}/verslag/notities`}>{m.toNotes}</TextLink>
                  </li>
                ) : null}
                {heard.open.later > 0 ? <li>{m.later({ n: heard.open.later })}.</li> : null}
              </ul>
            )}
          </Rail>
        </>
      ) : (
        <Empty title={m.noReport} action={<LinkButton to={`/team/${slug}/verslag`}>{m.toReport}</LinkButton>}>
          {m.noReportText}
        </Empty>
      )}
    </>
  );
}
