import { type SQL, sql } from "drizzle-orm";
import type { RetentionKind } from "./retention.ts";
import { reviewPeople, reviewWords, signsByName } from "./retention-review.server.ts";

interface Kind {
  /** How many rows would go. */
  readonly count: SQL;
  readonly deeds: readonly SQL[];
}

/** What is past its term at a moment. The same condition counts and acts, so that a dry run tells the truth. */
export function pastTerm(kind: RetentionKind, days: number, now: Date): Kind {
  const until = sql`(${now.toISOString()}::timestamptz - make_interval(days => ${days}))`;
  return kinds[kind](until);
}

const kinds: Readonly<Record<RetentionKind, (until: SQL) => Kind>> = {
  links: (until) => gone(sql`link`, sql`least(expires_at, ended_at) < ${until}`),
  devices: (until) => gone(sql`device`, sql`least(expires_at, ended_at) < ${until}`),
  mail: (until) => {
    const which = sql`state <> 'waiting' and coalesce(sent_at, due_at) < ${until}
      and not exists (select from dialogue d where d.held_at is not null
        and d.id in (mail.dialogue_id, (select s.dialogue_id from session s where s.id = mail.session_id)))`;
    return {
      count: sql`select count(*)::int as n from mail where ${which}`,
      deeds: [
        sql`delete from mailbox where mail_id in (select id from mail where ${which})`,
        sql`delete from mail where ${which}`,
      ],
    };
  },
  words: (until) => {
    const which = sql`state <> 'erased' and dialogue_id in (${over(until)})
      and (kind = 'talk' or shared <> 'all')
      -- a published version points at its words: those stay
      and not exists (select from report p where p.dialogue_id = contribution.dialogue_id
        and position(contribution.id::text in p.content::text) > 0)`;
    const review = reviewWords(over(until));
    return {
      count: sql`select (select count(*)::int from contribution where ${which}) + ${review.counted} as n`,
      deeds: [
        ...review.deeds,
        sql`update contribution set text = '', situation = '', for_whom = '', tried = '', weight = '', how_often = '', would_help = '',
          touches = '{}', hidden_reason = null, redacted_reason = null, state = 'erased' where ${which}`,
      ],
    };
  },
  people: (until) => {
    // of who signed a published note with their name that name stays, and nothing else
    const which = sql`dialogue_id in (${over(until)}) and name <> '' and (not ${signsByName} or organisation <> '' or function <> ''
      or brings <> '' or area_code is not null or shown_as <> 'none')`;
    // Sessions of the dialogues that are over, and who is nowhere else.
    const sessions = sql`select id from session where dialogue_id in (${over(until)})`;
    const registrations = sql`select id from registration where dialogue_id in (${over(until)})`;
    const nobody = sql`select p.id from person p where p.erased_at is null
      and exists (select from registration r where r.person_id = p.id)
      and not exists (select from registration r where r.person_id = p.id and r.dialogue_id not in (${over(until)}))
      and not exists (select from membership m where m.person_id = p.id and m.ended_at is null)`;
    return {
      count: sql`select count(*)::int as n from registration where ${which}`,
      deeds: [
        ...["access_need", "connection_check", "registration_field", "registration_form"].map(
          (table) => sql`delete from ${sql.identifier(table)} where registration_id in (${registrations})`,
        ),
        ...["network_reaction", "network_practice_use", "network_practice_version"].map((table) => ofNetwork(table, until)),
        ...["file", "member", "message", "block", "ask", "digest", "practice", "commitment"].map(
          (name) => sql`delete from ${sql.identifier(`network_${name}`)} where dialogue_id in (${over(until)})`,
        ),
        sql`delete from network_circle_answer where date_id in (select d.id from network_circle_date d join network_circle c
          on c.id = d.circle_id where c.dialogue_id in (${over(until)}))`,
        ...["date", "note", "person"].map(
          (name) => sql`delete from ${sql.identifier(`network_circle_${name}`)} where circle_id in
            (select id from network_circle where dialogue_id in (${over(until)}))`,
        ),
        sql`delete from network_circle where dialogue_id in (${over(until)})`,
        sql`delete from card where dialogue_id in (${over(until)})`,
        sql`delete from team_note where session_id in (${sessions})`,
        sql`update help set reason = '', answer = null where session_id in (${sessions})`,
        sql`update measure set reason = '' where session_id in (${sessions})`,
        ...reviewPeople(over(until)),
        // before the names go: they tell which dialogues were done already
        ...["mail", "device", "link", "passkey", "oidc_account"].flatMap((table) => forget(table, nobody)),
        sql`update person set name = '', mail = null, locale = 'nl', erased_at = now() where id in (${nobody})`,
        sql`update registration set name = case when ${signsByName} then name else '' end, organisation = '', function = '', brings = '', area_code = null, area_year = null,
          shown_as = 'none', locale = 'nl' where ${which}`,
      ],
    };
  },
};

function forget(table: string, who: SQL): SQL[] {
  const own = sql`delete from ${sql.identifier(table)} where person_id in (${who})`;
  return table === "mail"
    ? [sql`delete from mailbox where mail_id in (select id from mail where person_id in (${who}))`, own]
    : [own];
}

/** What hangs on an ask or an entry goes before it. */
function ofNetwork(table: string, until: SQL): SQL {
  const [column, of] =
    table === "network_reaction" ? (["ask_id", "network_ask"] as const) : (["practice_id", "network_practice"] as const);
  return sql`delete from ${sql.identifier(table)} where ${sql.identifier(column)} in
    (select id from ${sql.identifier(of)} where dialogue_id in (${over(until)}))`;
}

const gone = (table: SQL, which: SQL): Kind => ({
  count: sql`select count(*)::int as n from ${table} where ${which}`,
  deeds: [sql`delete from ${table} where ${which}`],
});

const over = (until: SQL): SQL =>
  sql`select id from dialogue where state = 'archived' and archived_at < ${until} and held_at is null`;
