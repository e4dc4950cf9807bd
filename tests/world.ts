import { createHash } from "node:crypto";
import { and, eq, like, sql } from "drizzle-orm";
import { contribution } from "../app/contribution/tables.ts";
import { measure, membership, registration } from "../app/dialogue/people/tables.ts";
import { type KeptRow, listRows } from "../app/dialogue/settings.server.ts";
import { call, dialogue, person, privacyText, session, step } from "../app/dialogue/tables.ts";
import { networkCircle, networkCirclePerson } from "../app/network/circles/tables.ts";
import { networkFile, networkPractice, networkPracticeVersion } from "../app/network/library/tables.ts";
import { networkAsk, networkMember, networkMessage } from "../app/network/tables.ts";
import { hook } from "../app/organisation/connections/tables.ts";
import { change, type Db } from "../app/platform/database/change.server.ts";
import type {
  BlockId,
  ContributionId,
  DissentId,
  FieldId,
  FileId,
  FloorId,
  GroupId,
  HookId,
  InsightId,
  ItemId,
  MailId,
  MemberId,
  MessageId,
  NamingId,
  PartyId,
  PersonId,
  PracticeId,
  RegistrationId,
  RemarkId,
  StepId,
  ThemeId,
} from "../app/platform/ids.ts";
import { mail, mailbox } from "../app/platform/mail/tables.ts";
import { handOver } from "../app/privacy/hand-over/tables.ts";
import { itemTheme, programmeItem } from "../app/programme/tables.ts";
import { publishReport } from "../app/report/publish/reports.server.ts";
import { writeDissent } from "../app/report/review/dissents.server.ts";
import { addRemark } from "../app/report/review/remarks.server.ts";
import { planReview } from "../app/report/review/reviews.server.ts";
import {
  agreement,
  dissent,
  dissenter,
  remark,
  remarkBacking,
  reportBlock,
  reportBlockWording,
  review,
} from "../app/report/tables.ts";
import { group, grouping } from "../app/session/group/tables.ts";
import { ballot, insight } from "../app/session/insights/tables.ts";
import { floor, help } from "../app/session/tables.ts";
import { theme, themeEvent, themeNaming } from "../app/themes/tables.ts";
import { type Morning, makeMorning } from "./morning.ts";

/** A dialogue with one of everything that an address or a form can name. */
export interface World extends Morning {
  readonly registrations: readonly RegistrationId[];
  /** By person 1, whose work is never signed away, on the table of persons 1 to 4; by person 2, for all. */
  readonly own: ContributionId;
  readonly others: ContributionId;
  readonly groups: readonly GroupId[];
  readonly insightId: InsightId;
  readonly proposedId: InsightId;
  readonly themeId: ThemeId;
  readonly otherThemeId: ThemeId;
  /** Names are asked for. */
  readonly namingId: NamingId;
  readonly mailId: MailId;
  /** An invitation to the team that nobody took up yet. */
  readonly memberId: string;
  readonly otherMemberId: string;
  /** An address that is told what happens. */
  readonly hookId: HookId;
  readonly helpId: string;
  /** Of person 3, for the floor in the plenary. */
  readonly askId: FloorId;
  /** Somebody of the team who may write captions. */
  readonly captionerId: PersonId;
  readonly measureId: string;
  /** What was written down at the table. */
  readonly note: ContributionId;
  readonly itemId: ItemId;
  readonly otherItemId: ItemId;
  /** A text in the report. */
  readonly blockId: BlockId;
  /** Said of the report, which is read along: by person 2. */
  readonly remarkId: RemarkId;
  readonly dissentId: DissentId;
  /** Person 2 in the network; person 1 is in it too, and has a message of theirs. */
  readonly networkMemberId: MemberId;
  readonly messageId: MessageId;
  /** By person 2: published, with a new version that waits. */
  readonly practiceId: PracticeId;
  /** By person 1: waits, with a file. */
  readonly ownPracticeId: PracticeId;
  readonly fileId: FileId;
  /** Reported, and not yet looked at. */
  readonly reportedId: MessageId;
  readonly fieldId: FieldId;
  readonly partyId: PartyId;
  readonly fields: readonly KeptRow[];
  readonly parties: readonly KeptRow[];
}

const first = <T>(rows: readonly T[]): T => {
  const [row] = rows;
  if (row === undefined) throw new Error("nothing made");
  return row;
};

/** The morning stands at the needs, in groups. */
export async function makeWorld(db: Db, slug: string): Promise<World> {
  const morning = await makeMorning(db, 8, slug);
  const { dialogueId, sessionId, people } = morning;
  const groups = await morning.seat("group", [
    [0, 1, 2, 3],
    [4, 5, 6, 7],
  ]);
  const stepId = await morning.goTo("group");
  const insightId = await morning.addInsight();
  const made = await change(
    db,
    { scope: dialogueId, actor: "command", what: "test.fill", subject: { kind: "test", id: slug } },
    async (tx) => {
      const [fields, parties] = [await listRows(tx, "field", dialogueId), await listRows(tx, "party", dialogueId)];
      const [fieldId, partyId] = [first(fields).id as FieldId, first(parties).id as PartyId];
      await tx
        .update(session)
        .set({ stepStartedAt: sql`now()`, stepEndsAt: sql`now() + interval '20 minutes'` })
        .where(sql`id = ${sessionId}`);
      await tx
        .insert(call)
        .values({ dialogueId, lead: "Wat hebt u nodig?", owner: "Programmabureau", contact: "vragen@p.example" });
      await tx.insert(privacyText).values({ dialogueId, version: 1, text: "Wat we bewaren." });
      const rows = await tx.select().from(registration).where(sql`session_id = ${sessionId}`);
      // its words are fixed: somebody voted
      await tx.insert(ballot).values({ insightId, personId: people[7] as never, choice: "agree" });
      const need = { dialogueId, sessionId, stepId, kind: "need" as const, fieldId, partyId, groupId: groups[0] as GroupId };
      const [own, others, note] = await tx
        .insert(contribution)
        .values([
          { ...need, number: 1, text: "Een vast gezicht in de wijk.", shared: "group", personId: people[1] as never },
          { ...need, number: 2, text: "Tijd om na te bellen.", shared: "all", personId: people[2] as never },
          { ...need, number: 3, kind: "note", text: "Bel eerst.", shared: "group", personId: people[3] as never },
        ])
        .returning({ id: contribution.id });
      const proposed = await tx
        .insert(insight)
        .values({
          ...{ dialogueId, sessionId, number: 90, position: 90, state: "proposed", text: "Bel eerst, schrijf dan." },
          authorId: people[2] as never,
        })
        .returning({ id: insight.id });
      const themes = await tx
        .insert(theme)
        .values(["Nabijheid", "Tijd"].map((name, position) => ({ dialogueId, name, position })))
        .returning({ id: theme.id });
      for (const { id } of themes)
        await tx.insert(themeEvent).values({ dialogueId, kind: "add", payload: { theme: id, step: 0, undoes: null } });
      const item = await tx
        .insert(programmeItem)
        .values([
          { dialogueId, number: 1, kind: "people" as const, title: "Eén nummer per wijk" },
          { dialogueId, number: 2, kind: "training" as const, title: "Een middag leren van elkaar" },
        ])
        .returning({ id: programmeItem.id });
      await tx.update(dialogue).set({ programmeAskedAt: sql`now()` }).where(eq(dialogue.id, dialogueId));
      await tx.insert(itemTheme).values({ itemId: first(item).id, themeId: first(themes).id });
      const blocks = await tx
        .insert(reportBlock)
        .values({ dialogueId, place: "nodig", position: 1, text: "Mensen missen een vast gezicht. Zij bellen te laat. [#1]" })
        .returning({ id: reportBlock.id });
      await tx
        .insert(reportBlockWording)
        .values({ blockId: first(blocks).id, version: 1, how: "write", text: "Eerst stond hier dit." });
      const naming = await tx
        .insert(themeNaming)
        .values({ dialogueId, sessionId, themeId: first(themes).id, before: "Nabijheid", openedBy: people[0] as never })
        .returning({ id: themeNaming.id });
      const letter = first(
        await tx
          .insert(mail)
          .values({ personId: people[0] as never, dialogueId, sessionId, kind: "test", event: slug, state: "failed" })
          .returning({ id: mail.id }),
      );
      await tx
        .insert(mailbox)
        .values({ mailId: letter.id, address: "a@b.example", subject: "Test", text: "Test", html: "<p>Test" });
      // people choose a subject as they get to know each other
      const chosen = morning.steps.find(({ kind }) => kind === "introduction")?.id as StepId;
      await tx
        .update(step)
        .set({ mix: "theme", topics: ["Schulden"] })
        .where(eq(step.id, chosen));
      const [toChoose] = await tx
        .insert(grouping)
        .values({ sessionId, stepId: chosen, seed: 1, size: 6 })
        .returning({ id: grouping.id });
      if (toChoose) await tx.insert(group).values({ groupingId: toChoose.id, sessionId, number: 1, topic: "Schulden" });
      const invited = await tx
        .insert(person)
        .values(["een", "twee"].map((name) => ({ name, mail: `${name}@${slug}.example` })))
        .returning({ id: person.id });
      const hooks = await tx
        .insert(hook)
        .values({
          ...{ name: slug, url: "https://ontvanger.example/in", kinds: [], secret: "whsec_", madeBy: first(invited).id },
          pausedAt: sql`now()`,
        })
        .returning({ id: hook.id });
      const members = await tx
        .insert(membership)
        .values(invited.map(({ id: personId }) => ({ personId, dialogueId, role: "observer" as const })))
        .returning({ id: membership.id });
      const asked = await tx
        .insert(help)
        .values({ sessionId, groupId: groups[0] as GroupId, personId: people[2] as never })
        .returning({ id: help.id });
      const [asks] = await tx
        .insert(floor)
        .values({
          ...{ sessionId, personId: people[2] as never, how: "aloud" as const },
          stepId: morning.steps.find(({ kind }) => kind === "plenary")?.id as StepId,
        })
        .returning({ id: floor.id });
      const [captioner] = await tx
        .insert(person)
        .values({ name: "tolk", mail: `tolk@${slug}.example` })
        .returning({ id: person.id });
      const captionerId = captioner?.id as PersonId;
      await tx.insert(membership).values({ personId: captionerId, dialogueId, role: "observer", acceptedAt: sql`now()` });
      const taken = await tx
        .insert(measure)
        .values({ sessionId, personId: people[5] as never, kind: "asked", reason: "test", byId: people[0] as never })
        .returning({ id: measure.id });
      const shown = { name: "participants", does: "participants", area: "off", offers: "participants" } as const;
      const joined = await tx
        .insert(networkMember)
        .values(
          [1, 2].map((at) => ({
            ...{ dialogueId, personId: people[at] as never, name: `Lid ${at}`, offers: "Ervaring met schuldhulp" },
            shown: { ...shown, looksFor: "off" as const, fields: "off" as const, languages: "off" as const },
          })),
        )
        .returning({ id: networkMember.id });
      await tx.insert(networkAsk).values({
        dialogueId,
        personId: people[2] as never,
        number: 1,
        kind: "ask",
        title: "Wie kent schuldhulp voor jongeren?",
      });
      const written = await tx
        .insert(networkMessage)
        .values({ dialogueId, fromId: people[2] as never, toId: people[1] as never, text: "Bel je mij?" })
        .returning({ id: networkMessage.id });
      const reported = await tx
        .insert(networkMessage)
        .values({
          ...{ dialogueId, fromId: people[6] as never, toId: people[7] as never, text: "Koop mijn cursus." },
          ...{ reportedAt: sql`now()`, reportReason: "Reclame" },
        })
        .returning({ id: networkMessage.id });
      const told = { title: "Vaste gezinswerker", situation: "Steeds een ander.", done: "Eén werker die blijft." };
      const words = { ...told, took: "", gave: "", conditions: "", links: "" };
      const practices = await tx
        .insert(networkPractice)
        .values({ dialogueId, personId: people[2] as never, number: 1, version: 2, published: 1, words })
        .returning({ id: networkPractice.id });
      await tx.insert(networkPracticeVersion).values({ practiceId: first(practices).id, version: 1, words });
      const own1 = await tx
        .insert(networkPractice)
        .values({ dialogueId, personId: people[1] as never, number: 2, words })
        .returning({ id: networkPractice.id });
      const content = Buffer.from("%PDF-1.7");
      const files = await tx
        .insert(networkFile)
        .values({
          ...{ dialogueId, practiceId: first(own1).id, personId: people[1] as never, name: "Werkblad.pdf", kind: "pdf", size: 8 },
          ...{ content, hash: createHash("sha256").update(content).digest("hex"), approvedAt: sql`now()` },
        })
        .returning({ id: networkFile.id });
      await tx
        .insert(handOver)
        .values({ dialogueId, toName: "Een ander ministerie", toPersonId: captionerId, until: "2031-05-01" });
      const circles = await tx
        .insert(networkCircle)
        .values({
          ...{
            dialogueId,
            personId: people[2] as never,
            number: 1,
            kind: "group",
            title: "Samen verder",
            about: "Wij gaan door.",
          },
          meetsAt: new Date("2031-05-01T08:00:00Z"),
        })
        .returning({ id: networkCircle.id });
      await tx
        .insert(networkCirclePerson)
        .values([1, 2].map((at) => ({ circleId: first(circles).id, personId: people[at] as never, joinedAt: sql`now()` })));
      return {
        ...morning,
        networkMemberId: joined[1]?.id as MemberId,
        messageId: first(written).id,
        practiceId: first(practices).id,
        ownPracticeId: first(own1).id,
        fileId: first(files).id,
        reportedId: first(reported).id,
        registrations: people.map((id) => rows.find((row) => row.personId === id)?.id as RegistrationId),
        own: own?.id as ContributionId,
        others: others?.id as ContributionId,
        note: note?.id as ContributionId,
        groups,
        insightId,
        proposedId: first(proposed).id,
        themeId: themes[0]?.id as ThemeId,
        namingId: first(naming).id,
        otherThemeId: themes[1]?.id as ThemeId,
        mailId: letter.id,
        hookId: first(hooks).id,
        memberId: members[0]?.id ?? "",
        otherMemberId: members[1]?.id ?? "",
        helpId: first(asked).id,
        askId: asks?.id as FloorId,
        captionerId,
        measureId: first(taken).id,
        itemId: first(item).id,
        otherItemId: item[1]?.id as ItemId,
        blockId: first(blocks).id,
        fieldId,
        partyId,
        fields,
        parties,
      };
    },
  );
  await publish(db, made);
  return { ...made, ...(await readAlong(db, made)) };
}

/** Participants read the report along; one of them said something of it, and stands under a minority note. */
async function readAlong(db: Db, { dialogueId, people }: Omit<World, "remarkId" | "dissentId">) {
  const [organiser, writer] = [people[0] as PersonId, people[2] as PersonId];
  await planReview(db, dialogueId, organiser, { opensAt: new Date(), closesAt: new Date(Date.now() + 30 * 24 * 3_600_000) });
  const [remarkId, dissentId] = [crypto.randomUUID() as RemarkId, crypto.randomUUID() as DissentId];
  await addRemark(db, dialogueId, writer, "nodig", { id: remarkId, kind: "remark", text: "Dit herken ik.", words: "" });
  await writeDissent(db, dialogueId, writer, "nodig", { id: dissentId, text: "Wij zien dit anders." });
  await quiet(db, dialogueId);
  return { remarkId, dissentId };
}

/** As if nobody had read along yet. */
export async function forgetReviews(db: Db): Promise<void> {
  for (const table of [agreement, remarkBacking, dissenter, remark, dissent, review]) await db.delete(table);
  await db.delete(mail).where(like(mail.kind, "review.%"));
}

async function publish(db: Db, { dialogueId, people }: Pick<World, "dialogueId" | "people">): Promise<void> {
  const to = (state: "harvest" | "open") => db.update(dialogue).set({ state }).where(eq(dialogue.id, dialogueId));
  await to("harvest");
  await publishReport(db, dialogueId, { person: people[0] as PersonId }, { number: 1, change: "" });
  await to("open");
  await quiet(db, dialogueId);
}

/** What it sends would go on while we look. */
const quiet = (db: Db, dialogueId: World["dialogueId"]) =>
  db
    .update(mail)
    .set({ state: "cancelled" })
    .where(and(eq(mail.dialogueId, dialogueId), eq(mail.state, "waiting")));

/** What every address needs to be asked as if by somebody who knows the way. */
export function addressOf(pattern: string, world: World): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    // one recognises, and reports, what another wrote
    const id = /\/(herkenning|melding)$/.test(pattern) && name === "contribution" ? world.others : parameters[name]?.(world);
    if (id === undefined) throw new Error(`tests/world.ts knows no example for :${name} in ${pattern}`);
    return id;
  });
}

const parameters: Readonly<Record<string, (world: World) => string | undefined>> = {
  dialogue: ({ slug }) => slug,
  session: ({ sessionId }) => sessionId,
  token: () => "onbekend",
  contribution: ({ own }) => own,
  registration: ({ registrations }) => registrations[1],
  mail: ({ mailId }) => mailId,
  hook: ({ hookId }) => hookId,
  group: ({ groups }) => groups[0],
  insight: ({ insightId }) => insightId,
  number: () => "1",
  slide: () => "1.svg",
  figure: () => "themas.svg",
  statement: () => "privacy",
  theme: ({ themeId }) => themeId,
  block: ({ blockId }) => blockId,
  member: ({ networkMemberId }) => networkMemberId,
  entry: ({ ownPracticeId }) => ownPracticeId,
  file: ({ fileId }) => fileId,
  sentence: () => "1",
  part: () => "nodig",
};

/** As long as PostgreSQL gives the same snapshot, with nobody in the middle of something, nothing was written anywhere. */
const lastLook = new WeakMap<Db, { readonly snapshot: string; readonly is: Record<string, string> }>();
const isQuiet = (snapshot: string) => snapshot.split(":")[0] === snapshot.split(":")[1];

/** What stands in the tables, table by table: to see that nothing was written. Who is here, also for which step, and when a device was seen, is a pulse;
 * what a job reads again on its own, and the seals of the log, are written by nobody. */
export async function fingerprint(db: Db): Promise<Record<string, string>> {
  const now = await db.execute<{ snapshot: string }>(sql`select pg_current_snapshot()::text as snapshot`);
  const last = lastLook.get(db);
  if (last && isQuiet(last.snapshot) && now.rows[0]?.snapshot === last.snapshot) return last.is;
  const { rows } = await db.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('presence', 'team_presence', 'step_attendance', 'area', 'audit_seal', 'network_need') order by 1`);
  const each = rows.map(({ name }) => {
    const table = sql.identifier(name);
    const row = name === "device" ? sql`to_jsonb(t) - 'seen_at'` : sql`to_jsonb(t)`;
    return sql`select ${name} as name, count(*) || ' ' || coalesce(sum(hashtextextended((${row})::text, 0)), 0) as is, pg_current_snapshot()::text as snapshot from ${table} t`;
  });
  const found = await db.execute<{ name: string; is: string; snapshot: string }>(sql.join(each, sql` union all `));
  const is = Object.fromEntries(found.rows.map(({ name, is }) => [name, is]));
  lastLook.set(db, { snapshot: found.rows[0]?.snapshot ?? "", is });
  return is;
}
