import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Route } from "./+types/status.route.ts";
import { statusWords } from "./messages/status.ts";
import { findFacts, findVersions } from "./status.server.ts";
import { type Finding, type Health, judge } from "./status.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const { db, environment } = context.get(servicesContext);
  const [facts, versions] = await Promise.all([findFacts(db, environment), findVersions(db)]);
  return { facts, findings: judge(facts), versions, embedded: environment.databaseUrl === undefined };
}

const tones: Readonly<Record<Health, "good" | "warn" | "bad" | "calm">> = {
  good: "good",
  warn: "warn",
  bad: "bad",
  unknown: "calm",
};

export default function StatusPage({ loaderData }: Route.ComponentProps) {
  const m = useWords(statusWords);
  const locale = useLocale();
  const { facts, findings, versions, embedded } = loaderData;
  const worst: Health =
    (["bad", "warn", "unknown"] as const).find((one) => findings.some(({ health }) => health === one)) ?? "good";
  return (
    <>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.all[worst]} />
      {findings.map((one) => (
        <Rail
          key={one.part}
          id={one.part}
          heading={m.parts[one.part]}
          beside={<Tag tone={tones[one.health]}>{m.health[one.health]}</Tag>}
        >
          <Sentence one={one} facts={facts} />
        </Rail>
      ))}
      <Rail id="versies" heading={m.versions}>
        <dl className="facts">
          <div>
            <dt>Klankbord</dt>
            <dd>{versions.klankbord}</dd>
          </div>
          <div>
            <dt>Node</dt>
            <dd>{versions.node}</dd>
          </div>
          <div>
            <dt>{embedded ? m.embedded : m.elsewhere}</dt>
            <dd>{versions.postgres}</dd>
          </div>
        </dl>
        <p className="small quiet">{m.asked({ when: dateTime(facts.now, locale) })}</p>
      </Rail>
    </>
  );
}

/** What was found, and what one can do about it. */
function Sentence({ one, facts }: { one: Finding; facts: Route.ComponentProps["loaderData"]["facts"] }) {
  const m = useWords(statusWords);
  const locale = useLocale();
  const when = (at: Date | null) => (at ? dateTime(at, locale) : "");
  const { mail, jobs, disk } = facts;
  const gigabytes = (bytes: number) => (bytes / 1024 ** 3).toLocaleString(locale, { maximumFractionDigits: 1 });
  const said = m.codes[one.code];
  const text = said({
    sent: when(mail.sentAt),
    late: when(one.part === "mail" ? mail.lateSince : jobs.lateSince),
    failed: mail.failedToday,
    gaveUp: jobs.gaveUp,
    free: gigabytes(disk?.free ?? 0),
    total: gigabytes(disk?.total ?? 0),
    backup: when(facts.backupAt),
    ms: facts.databaseMs,
    hooks: facts.hooks.failing,
  });
  const toMail = one.part === "mail" && one.health !== "good" && mail.leaves;
  return (
    <>
      <p>{text}</p>
      {toMail && (
        <p>
          <TextLink to="/beheer/post?stand=failed">{m.toMail}</TextLink>
        </p>
      )}
      {one.part === "hooks" && one.health !== "good" && (
        <p>
          <TextLink to="/beheer/koppelingen">{m.toHooks}</TextLink>
        </p>
      )}
    </>
  );
}
