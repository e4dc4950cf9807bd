import { askedOfDialogue } from "../../../dialogue/access/asked.server.ts";
import { useLocale, useWords } from "../../../language/words.ts";
import { dateDay } from "../../../platform/time.ts";
import { Empty } from "../../../ui/empty.tsx";
import { Around } from "../../../ui/form/typed.tsx";
import { PageHead } from "../../../ui/layout/page-head.tsx";
import { TextLink } from "../../../ui/layout/text.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { maySession } from "../../planning/session.ts";
import { TestedConnections } from "../connection/tested-connections.tsx";
import { AreaList } from "../form/area-list.tsx";
import { SessionSwitch } from "../form/session-switch.tsx";
import { GapList } from "../invitations/gap-list.tsx";
import { registrationsWords } from "../messages/registrations.ts";
import type { Route } from "./+types/overview.route.ts";
import { Candidates } from "./candidates.tsx";
import { CoverageMatrix } from "./coverage-matrix.tsx";
import { DoneNotice, RefusedNotice, saidIn } from "./decision-notice.tsx";
import { chooseSession, findOverview } from "./overview.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, db } = askedOfDialogue(context);
  const search = new URL(request.url).searchParams;
  const { here, sessions } = await chooseSession(db, dialogue, search.get("bijeenkomst"));
  const base = { title: dialogue.title, slug: dialogue.slug, sessions, said: saidIn(search) };
  if (!here) return { ...base, session: null };
  const { id, capacity, registrationClosesAt: closesAt, startsAt, endsAt, state } = here;
  return {
    ...base,
    session: { id, capacity, closesAt, startsAt, endsAt },
    ...(await findOverview(db, dialogue, id, capacity)),
    choosing: dialogue.settings.admission === "selection",
    may: { invite: maySession(state, "invite"), admit: maySession(state, "admit") },
  };
}

export default function RegistrationsOverview({ loaderData: page }: Route.ComponentProps) {
  const m = useWords(registrationsWords);
  const locale = useLocale();
  const home = `/team/${page.slug}`;
  const title = <title>{`${m.title} · ${page.title}`}</title>;
  if (!page.session || !("counts" in page))
    return (
      <>
        {title}
        <h1>{m.title}</h1>
        <Empty title={m.none} action={<TextLink to={`${home}/bijeenkomsten/nieuw`}>{m.plan}</TextLink>} />
      </>
    );
  const { counts, session, balance, fields, parties } = page;
  const aimed = balance.cells.filter(({ target }) => target > 0);
  const thin = balance.fields.toSorted((a, b) => b.target - b.admitted - (a.target - a.admitted))[0];
  const thinnest = thin && thin.target > thin.admitted ? fields.find(({ id }) => id === thin.key) : undefined;
  const at = `?bijeenkomst=${session.id}`;
  return (
    <>
      {title}
      <PageHead title={m.title}>
        <p className="lead">
          {m.lead({
            admitted: counts.admitted,
            capacity: session.capacity,
            done: aimed.filter(({ admitted, target }) => admitted >= target).length,
            cells: aimed.length,
          })}{" "}
          {thinnest ? <Around words={{ field: thinnest.name }} say={m.thinnest} /> : null}
        </p>
        <SessionSwitch sessions={page.sessions} here={session.id} path={`${home}/aanmeldingen`} />
        <dl className="facts">
          <Fact term={m.facts.admitted} value={counts.admitted} />
          <Fact term={m.facts.free} value={counts.free} />
          {page.choosing ? <Fact term={m.facts.confirmed} value={counts.confirmed} /> : null}
          <Fact term={m.facts.waiting} value={counts.waiting} />
          <Fact term={m.facts.pending} value={counts.pending} />
          {session.closesAt ? (
            <div className="wide">
              <dt>{m.facts.closes}</dt>
              <dd>{dateDay(session.closesAt, locale)}</dd>
            </div>
          ) : null}
        </dl>
        <nav aria-label={m.pages}>
          <ul className="beside-links">
            <li>
              <TextLink to={`${home}/aanmeldingen/lijst${at}`}>{m.links.list}</TextLink>
            </li>
            {page.may.invite ? (
              <li>
                <TextLink to={`${home}/aanmeldingen/genodigden${at}`}>{m.links.invite}</TextLink>
              </li>
            ) : null}
            <li>
              <TextLink to={`${home}/aanmeldingen/bericht${at}`}>{m.links.message}</TextLink>
            </li>
            <li>
              <TextLink to={`${home}/aanmeldingen/gehoord${at}`}>{m.links.heard}</TextLink>
            </li>
            <li>
              <TextLink href={`${home}/aanmeldingen/lijst.csv${at}`}>{m.links.csv}</TextLink>
            </li>
            <li>
              <TextLink to={`${home}/post`}>{m.links.post}</TextLink>
            </li>
          </ul>
        </nav>
      </PageHead>
      <DoneNotice said={page.said} />
      <RefusedNotice said={page.said} />
      {counts.over > 0 ? <Notice variant="warn">{m.over({ n: counts.over })}</Notice> : null}
      {page.failed > 0 ? (
        <Notice variant="warn" action={<TextLink to={`${home}/post?stand=failed`}>{m.failedLink}</TextLink>}>
          {m.failed({ n: page.failed })}
        </Notice>
      ) : null}
      <CoverageMatrix balance={balance} fields={fields} parties={parties} home={home} />
      {page.may.invite ? (
        <GapList gaps={page.gaps} fields={fields} parties={parties} to={`${home}/aanmeldingen/uitnodigingstekst${at}`} />
      ) : null}
      {page.may.admit ? (
        <Candidates
          people={page.candidates}
          free={counts.free}
          choosing={page.choosing}
          aims={aimed.length > 0}
          sessionId={session.id}
          action={`${home}/aanmeldingen/keuze`}
        />
      ) : null}
      <AreaList coverage={page.areas} />
      <TestedConnections tested={page.tested} />
      <Needs counts={page.needs} to={`${home}/aanmeldingen/wensen${at}`} />
    </>
  );
}

function Fact({ term, value }: { term: string; value: number }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** How many need what, without names: those stand on a page of their own. */
function Needs({
  counts,
  to,
}: {
  counts: Readonly<Record<"captions" | "sign-language" | "text-only" | "other", number>>;
  to: string;
}) {
  const m = useWords(registrationsWords).needs;
  const kinds = (["captions", "sign-language", "text-only", "other"] as const).filter((kind) => counts[kind] > 0);
  return (
    <section aria-labelledby="regelen">
      <h2 id="regelen">{m.heading}</h2>
      {kinds.length === 0 ? <p>{m.none}</p> : null}
      <ul className="needs-list">
        {kinds.map((kind) => (
          <li key={kind}>
            <strong className="num">{counts[kind]}</strong> <span>{(counts[kind] === 1 ? m.countsOne : m.counts)[kind]}</span>
          </li>
        ))}
      </ul>
      {kinds.length > 0 ? (
        <p>
          <TextLink to={to}>{m.see}</TextLink>
        </p>
      ) : null}
    </section>
  );
}
