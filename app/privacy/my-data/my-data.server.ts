import { sql } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { PersonId } from "../../platform/ids.ts";
import type { Section, SectionName, Value } from "./my-data.ts";

/**
 * All that is kept of somebody, over all dialogues. Words of others are left out: of what they recognised or marked stands the
 * number only.
 */
export async function findMyData(db: Reader, personId: PersonId): Promise<Section[]> {
  const sections: Section[] = [];
  for (const [name, query] of Object.entries(queries(personId))) {
    const { rows } = await db.execute<Record<string, unknown>>(query);
    sections.push({ name: name as SectionName, rows: rows.map(plain) });
  }
  return sections;
}

function plain(row: Record<string, unknown>): Record<string, Value> {
  const value = (of: unknown): Value => {
    if (of instanceof Date) return of.toISOString();
    // as the database writes a moment
    if (typeof of === "string" && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d$/.test(of)) return new Date(of).toISOString();
    if (Array.isArray(of)) return of.join(", ");
    return of === null || typeof of === "number" || typeof of === "boolean" ? of : String(of);
  };
  return Object.fromEntries(Object.entries(row).map(([key, of]) => [key, value(of)]));
}

/** The names of the columns are the names in the file. */
const queries = (id: PersonId): Record<SectionName, ReturnType<typeof sql>> => ({
  person: sql`select name, mail, locale as language, created_at as since from person where id = ${id}`,
  registrations: sql`
    select d.title as dialogue, s.title as session, s.starts_at as "startsAt", r.state, r.name, r.organisation, r.function,
      p.name as party, f.name as field, coalesce(a.name, r.area_code) as area, r.brings, r.shown_as as "shownAs",
      array(select o.name from registration_field rf join field o on o.id = rf.field_id where rf.registration_id = r.id) as "otherFields",
      n.kinds as "accessKinds", n.text as "accessNeeds", r.source, r.created_at as "createdAt", r.confirmed_at as "confirmedAt",
      r.admitted_at as "admittedAt", r.withdrawn_at as "withdrawnAt", k.findings::text as "connectionTest"
    from registration r join dialogue d on d.id = r.dialogue_id join session s on s.id = r.session_id
      left join party p on p.id = r.party_id left join field f on f.id = r.field_id
      left join area a on a.code = r.area_code and a.year = r.area_year left join access_need n on n.registration_id = r.id
      left join connection_check k on k.registration_id = r.id
    where r.person_id = ${id} order by s.starts_at`,
  consents: sql`
    select d.title as dialogue, c.purpose, c.given, c.text_version as "textVersion", c.at
    from consent c left join dialogue d on d.id = c.dialogue_id where c.person_id = ${id} order by c.at`,
  cards: sql`
    select d.title as dialogue, c.does, c.place, c.offers, c.looks_for as "looksFor", c.updated_at as "updatedAt"
    from card c join dialogue d on d.id = c.dialogue_id where c.person_id = ${id}`,
  network: sql`
    select d.title as dialogue, n.name, n.does, n.offers, n.looks_for as "looksFor", a.name as area, n.languages as language,
      array(select f.name from field f where f.id = any(n.field_ids) order by f.position) as field,
      (select string_agg(key || ': ' || value, ', ' order by key) from jsonb_each_text(n.shown)) as shared,
      n.joined_at as since, n.updated_at as "updatedAt"
    from network_member n join dialogue d on d.id = n.dialogue_id left join area a on a.code = n.area_code and a.year = n.area_year
    where n.person_id = ${id} order by n.joined_at`,
  networkMessages: sql`
    select d.title as dialogue, 'sent' as kind, m.text, m.shares_mail as mail, m.at, null as reason
    from network_message m join dialogue d on d.id = m.dialogue_id where m.from_id = ${id}
    union all select d.title, 'received', null, m.shares_mail, m.at, nullif(m.report_reason, '')
    from network_message m join dialogue d on d.id = m.dialogue_id where m.to_id = ${id}
    union all select d.title, 'blocked', null, null, b.at, null
    from network_block b join dialogue d on d.id = b.dialogue_id where b.person_id = ${id} order by 5`,
  networkAsks: sql`
    select d.title as dialogue, k.number, k.kind, k.title as text, k.context as about, k.until as "dueAt", k.state, k.thanks as answer,
      k.created_at as "createdAt"
    from network_ask k join dialogue d on d.id = k.dialogue_id where k.person_id = ${id}
    union all select d.title, k.number, 'reaction', null, null, null, k.state, null, r.at
    from network_reaction r join network_ask k on k.id = r.ask_id join dialogue d on d.id = k.dialogue_id
    where r.person_id = ${id} order by 9`,
  networkPractice: sql`
    select d.title as dialogue, p.number, p.state, p.words::text as text, p.open as shared, null as fit, p.reason,
      p.created_at as "createdAt"
    from network_practice p join dialogue d on d.id = p.dialogue_id where p.person_id = ${id}
    union all select d.title, p.number, 'file', f.name, null, null, null, f.created_at
    from network_file f join network_practice p on p.id = f.practice_id join dialogue d on d.id = f.dialogue_id where f.person_id = ${id}
    union all select d.title, p.number, 'used', u.text, null, u.fit, null, u.at
    from network_practice_use u join network_practice p on p.id = u.practice_id join dialogue d on d.id = p.dialogue_id
    where u.person_id = ${id} order by 8`,
  networkCircles: sql`
    select d.title as dialogue, c.number, c.kind, c.title as text, case when c.person_id = ${id} then c.about end as about, p.joined_at as since
    from network_circle_person p join network_circle c on c.id = p.circle_id join dialogue d on d.id = c.dialogue_id where p.person_id = ${id}
    union all select d.title, c.number, 'note', n.text, null, n.at
    from network_circle_note n join network_circle c on c.id = n.circle_id join dialogue d on d.id = c.dialogue_id where n.person_id = ${id}
    union all select d.title, c.number, a.answer, null, null, o.starts_at
    from network_circle_answer a join network_circle_date o on o.id = a.date_id join network_circle c on c.id = o.circle_id
      join dialogue d on d.id = c.dialogue_id where a.person_id = ${id} order by 6`,
  commitments: sql`
    select d.title as dialogue, c.what, c.with_whom as "forWhom", c.due as "dueAt", c.state, c.shared, c.created_at as "createdAt"
    from network_commitment c join dialogue d on d.id = c.dialogue_id where c.person_id = ${id} order by c.created_at`,
  contributions: sql`
    select d.title as dialogue, c.number, c.kind, c.text, c.situation, c.for_whom as "forWhom", c.tried, c.weight,
      c.how_often as "howOften", c.would_help as "wouldHelp",
      array(select o.name from field o where o.id = any(c.touches) order by o.position) as touches, same.number as "sameAs",
      c.phase as moment, c.shared, c.state, c.hidden_reason as "hiddenReason", c.redacted_reason as "redactedReason", f.name as field, p.name as party,
      s.title as step, g.number as "group", i.number as insight, c.created_at as "createdAt", c.updated_at as "updatedAt"
    from contribution c join dialogue d on d.id = c.dialogue_id left join field f on f.id = c.field_id
      left join party p on p.id = c.party_id left join step s on s.id = c.step_id left join "group" g on g.id = c.group_id
      left join insight i on i.id = c.insight_id left join contribution same on same.id = c.same_as
    where c.person_id = ${id} order by d.title, c.number`,
  proposals: sql`
    select d.title as dialogue, i.number, i.text, i.state, i.reason, i.created_at as "createdAt"
    from insight i join dialogue d on d.id = i.dialogue_id where i.author_id = ${id} order by i.number`,
  recognised: sql`
    select d.title as dialogue, c.number, b.at from backing b join contribution c on c.id = b.contribution_id
      join dialogue d on d.id = c.dialogue_id where b.person_id = ${id} order by b.at`,
  answers: sql`
    select d.title as dialogue, i.number as insight, b.choice, b.fit, b.at from ballot b join insight i on i.id = b.insight_id
      join dialogue d on d.id = i.dialogue_id where b.person_id = ${id} order by d.title, i.number`,
  opinionGroups: sql`
    select d.title as dialogue, m.letter from analysis_member m join dialogue d on d.id = m.dialogue_id
    where m.person_id = ${id} order by d.title`,
  marks: sql`
    select d.title as dialogue, c.number, null as theme, m.at from mark m join contribution c on c.id = m.contribution_id
      join dialogue d on d.id = c.dialogue_id where m.person_id = ${id}
    union all select d.title, null, t.name, m.at from theme_mark m join theme t on t.id = m.theme_id
      join dialogue d on d.id = t.dialogue_id where m.person_id = ${id} order by 4`,
  nameChoices: sql`
    select d.title as dialogue, n.before as theme, c.number, nc.at,
      case when nc.option = 'present' then n.before
        when nc.option like 'phrase-%' then split_part(n.phrases, E'\n', substr(nc.option, 8)::int + 1) end as name
    from name_choice nc join theme_naming n on n.id = nc.naming_id join dialogue d on d.id = n.dialogue_id
      left join contribution c on c.id::text = nc.option
    where nc.person_id = ${id} order by nc.at`,
  presence: sql`
    select s.title as session, a.first_at as "firstAt", a.last_at as "lastAt" from attendance a join session s on s.id = a.session_id
    where a.person_id = ${id} order by a.first_at`,
  steps: sql`
    select s.title as session, st.title as step, a.first_at as at from step_attendance a join step st on st.id = a.step_id
    join session s on s.id = st.session_id where a.person_id = ${id} order by a.first_at`,
  groups: sql`
    select s.title as step, g.number as "group", se.seated_at as at,
      (select string_agg(r.role, ', ' order by r.role) from role_turn r where r.group_id = g.id and r.person_id = se.person_id) as role
    from seat se join "group" g on g.id = se.group_id
      join grouping gr on gr.id = se.grouping_id join step s on s.id = gr.step_id where se.person_id = ${id} order by se.seated_at`,
  floor: sql`
    select st.title as step, f.how, f.asked_at as "askedAt", f.given_at as "givenAt", f.ended_at as "endedAt"
    from floor f join step st on st.id = f.step_id where f.person_id = ${id} order by f.asked_at`,
  help: sql`select reason, raised_at as "raisedAt", answer, answered_at as "answeredAt" from help where person_id = ${id} order by raised_at`,
  teamNotes: sql`
    select d.title as dialogue, s.title as session, n.text, n.at from team_note n join session s on s.id = n.session_id
      join dialogue d on d.id = s.dialogue_id where n.by_id = ${id} order by n.at`,
  flags: sql`
    select d.title as dialogue, c.number, fl.why, fl.text as reason, fl.at, fl.outcome, fl.answer from flag fl
      join contribution c on c.id = fl.subject_id join dialogue d on d.id = fl.dialogue_id where fl.reporter_id = ${id} order by fl.at`,
  agreed: sql`
    select d.title as dialogue, a.part, a.at from agreement a join review r on r.id = a.review_id join dialogue d on d.id = r.dialogue_id
    where a.person_id = ${id} order by a.at`,
  remarks: sql`
    select d.title as dialogue, r.number, r.part, r.kind, r.text, r.words, r.state, r.verdict as outcome, r.answer, r.created_at as "createdAt"
    from remark r join dialogue d on d.id = r.dialogue_id where r.person_id = ${id}
    union all select d.title, r.number, r.part, 'backed', null, null, r.state, null, null, b.at
    from remark_backing b join remark r on r.id = b.remark_id join dialogue d on d.id = r.dialogue_id where b.person_id = ${id}
    order by 10`,
  dissents: sql`
    select d.title as dialogue, n.number, n.part, n.text, s.named, n.state, n.answer, s.at from dissenter s
      join dissent n on n.id = s.dissent_id join dialogue d on d.id = n.dialogue_id where s.person_id = ${id} order by s.at`,
  reactions: sql`
    select d.title as dialogue, i.number, r.fit, r.text, r.at from item_reaction r join programme_item i on i.id = r.item_id
      join dialogue d on d.id = i.dialogue_id where r.person_id = ${id} order by r.at`,
  itemsOwned: sql`
    select d.title as dialogue, i.number, o.role, o.named, o.answered_at as "answeredAt", o.ended_at as "endedAt" from item_owner o
      join programme_item i on i.id = o.item_id join dialogue d on d.id = i.dialogue_id where o.person_id = ${id} order by o.added_at`,
  programmeNews: sql`
    select d.title as dialogue, n.choice, n.mailed_at as "lastAt" from programme_news n join dialogue d on d.id = n.dialogue_id
    where n.person_id = ${id} order by d.title`,
  measures: sql`select kind, reason, at, lifted_at as "liftedAt" from measure where person_id = ${id} order by at`,
  roles: sql`
    select d.title as dialogue, m.role, m.invited_at as "invitedAt", m.accepted_at as "acceptedAt", m.ended_at as "endedAt"
    from membership m left join dialogue d on d.id = m.dialogue_id where m.person_id = ${id} order by m.invited_at`,
  devices: sql`
    select kind, name, created_at as "createdAt", seen_at as "seenAt", expires_at as "expiresAt", ended_at as "endedAt"
    from device where person_id = ${id} order by created_at`,
  passkeys: sql`
    select name, created_at as "createdAt", used_at as "usedAt" from passkey where person_id = ${id} order by created_at`,
  accounts: sql`
    select issuer, subject, created_at as "createdAt" from oidc_account where person_id = ${id} order by created_at`,
  mails: sql`
    select d.title as dialogue, m.kind, m.state, m.due_at as "dueAt", m.sent_at as "sentAt" from mail m
      left join dialogue d on d.id = m.dialogue_id where m.person_id = ${id} order by m.created_at`,
  deeds: sql`select what, subject_kind as about, at from audit where actor = ${`person:${id}`} order by at, seq`,
});
