import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { access } from "../app/dialogue/access/access.ts";
import type { TeamRole } from "../app/dialogue/people/role.ts";
import { registration } from "../app/dialogue/people/tables.ts";
import { person, session } from "../app/dialogue/tables.ts";
import { change } from "../app/platform/database/change.server.ts";
import type { PersonId, StepId } from "../app/platform/ids.ts";
import { accessNeed } from "../app/prepare/registration/tables.ts";
import { publishReport } from "../app/report/publish/reports.server.ts";
import { chooseNotes } from "../app/report/write/drafts.server.ts";
import { seat } from "../app/session/group/tables.ts";
import { readInvented } from "../demo/invented.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { pathOf, patterns, readableBy } from "./places.ts";
import { guestCookie, teamCookie } from "./visitors.ts";

/** A text that may be seen by some only. */
interface Canary {
  readonly what: string;
  readonly text: string;
  mayBeSeen(by: Visitor, pattern: string): boolean;
}
interface Visitor {
  readonly name: string;
  readonly cookie: string;
  readonly personId: PersonId | null;
  readonly role: TeamRole | "participant" | "registrant" | "nobody";
}

let database: FreshDatabase;
let klankbord: Klankbord;
let made: Invented;
let visitors: Visitor[];
let canaries: Canary[];
/** Notes of groups that the analyst puts in the report. */
const chosenNotes = new Set<string>();

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  made = await fillInvented(db);
  await chooseHowShown();
  const waiting = await addWaiting();
  const people = [...made.personIds];
  const guest = async (name: string, personId: PersonId, role: "participant" | "registrant"): Promise<Visitor> => ({
    name,
    role,
    personId,
    cookie: await guestCookie(db, personId, made.dialogueId),
  });
  const member = async (role: TeamRole): Promise<Visitor> => ({
    name: role,
    role,
    personId: null,
    cookie: await teamCookie(db, role, made.dialogueId),
  });
  visitors = [
    { name: "nobody", role: "nobody", personId: null, cookie: "" },
    await guest("participant 1", people[0]?.[1] as PersonId, "participant"),
    await guest("participant 9", people[8]?.[1] as PersonId, "participant"),
    await guest("waiting", waiting, "registrant"),
    await member("observer"),
    await member("note-taker"),
    await member("analyst"),
    await member("facilitator"),
  ];
  canaries = [...(await aboutPeople()), ...(await aboutContributions())];
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** In turn with name, by function, without either. */
async function chooseHowShown(): Promise<void> {
  const ids = [...made.personIds.values()];
  for (const [at, shownAs] of (["full", "function", "none"] as const).entries())
    await database.db
      .update(registration)
      .set({ shownAs })
      .where(
        inArray(
          registration.personId,
          ids.filter((_, i) => i % 3 === at),
        ),
      );
}

async function addWaiting(): Promise<PersonId> {
  const { db } = database;
  const [row] = await db
    .insert(person)
    .values({ name: "Wacht Opeenplaats", mail: "wacht@voorbeeld.example" })
    .returning({ id: person.id });
  if (!row) throw new Error("no person");
  const { dialogueId, sessionId } = made;
  await db
    .insert(registration)
    .values({ dialogueId, sessionId, personId: row.id, state: "waiting", name: "Wacht Opeenplaats", shownAs: "full" });
  return row.id;
}

const isTeam = ({ role }: Visitor) => ["organiser", "facilitator", "analyst", "note-taker"].includes(role);

async function aboutPeople(): Promise<Canary[]> {
  const { db } = database;
  const seats = await db.select().from(seat);
  const tablesOf = (personId: PersonId | null) => seats.filter((one) => one.personId === personId).map(({ groupId }) => groupId);
  const rows = await db
    .select({ registration, mail: person.mail })
    .from(registration)
    .innerJoin(person, eq(person.id, registration.personId));
  const needs = await db.select().from(accessNeed);
  expect(new Set(rows.map(({ registration: { name } }) => name)).size).toBe(rows.length);
  const together = (one: Visitor, personId: PersonId) => tablesOf(personId).some((at) => tablesOf(one.personId).includes(at));
  return rows.flatMap(({ registration: { id, personId, name, shownAs, brings }, mail }) => {
    const self = (one: Visitor) => one.personId === personId;
    const found: Canary[] = [
      { what: `mail of ${name}`, text: mail ?? "", mayBeSeen: self },
      {
        what: `name of ${name} (${shownAs})`,
        text: name,
        // Facilitator, note taker and analyst work with people by name. Others read a name where its person said so, beside a text.
        mayBeSeen: (one, pattern) =>
          self(one) ||
          isTeam(one) ||
          (shownAs === "full" && (one.role === "participant" || one.role === "observer" || pattern.includes("verslag"))),
      },
      {
        what: `id of ${name}`,
        text: personId,
        // Nobody can add up choices of one person that they cannot tell apart.
        mayBeSeen: (one) => self(one) || isTeam(one) || (one.role === "participant" && together(one, personId)),
      },
      { what: `registration of ${name}`, text: id, mayBeSeen: (one) => self(one) || isTeam(one) },
    ];
    if (brings.length > 20)
      found.push({
        what: `what ${name} brings`,
        text: brings,
        mayBeSeen: (one) => self(one) || isTeam(one) || together(one, personId),
      });
    const need = needs.find(({ registrationId }) => registrationId === id)?.text;
    if (need)
      found.push({ what: `access needs of ${name}`, text: need, mayBeSeen: (one) => self(one) || one.role === "facilitator" });
    return found;
  });
}

/** Some contributions are made private or hidden; those of a group were so already. */
async function aboutContributions(): Promise<Canary[]> {
  const { db } = database;
  const rows = await db.select().from(contribution).where(eq(contribution.dialogueId, made.dialogueId));
  const needs = rows.filter(({ kind }) => kind === "need");
  const secret = needs.filter((_, i) => i % 9 === 4).map(({ id }) => id);
  const hidden = needs.filter((_, i) => i % 9 === 7).map(({ id }) => id);
  await db.update(contribution).set({ shared: "private" }).where(inArray(contribution.id, secret));
  await db.update(contribution).set({ state: "hidden", hiddenReason: "Over een derde." }).where(inArray(contribution.id, hidden));
  const seats = await db.select().from(seat);
  const sits = (one: Visitor, groupId: string | null) =>
    seats.some((at) => at.groupId === groupId && at.personId === one.personId);
  const now = await db.select().from(contribution).where(eq(contribution.dialogueId, made.dialogueId));
  return now.flatMap((one): Canary[] => {
    const { id, text, shared, state, personId, groupId } = one;
    if (text.length < 25 || now.some((other) => other.id !== id && other.text.includes(text))) return [];
    const self = (who: Visitor) => who.personId === personId;
    if (shared === "private") return [{ what: `private ${one.kind}`, text, mayBeSeen: self }];
    if (state === "hidden") return [{ what: `hidden ${one.kind}`, text, mayBeSeen: (who) => self(who) || isTeam(who) }];
    if (shared === "group")
      return [
        {
          what: `${one.kind} of a group`,
          text,
          mayBeSeen: (who, pattern) =>
            self(who) || isTeam(who) || sits(who, groupId) || (pattern.includes("verslag") && chosenNotes.has(id)),
        },
      ];
    // Shared with all in the session: for who takes part and the team, and for everybody once it stands in a report.
    return [
      {
        what: `${one.kind} of the session`,
        text,
        mayBeSeen: (who, pattern) => !["nobody", "registrant"].includes(who.role) || pattern.includes("verslag"),
      },
    ];
  });
}

/** Text as a person, or a script, would read it: HTML and JSON have their own ways to write a sign. */
const readable = (text: string) =>
  text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#x27;|&#39;/g, "'")
    .replaceAll("&quot;", '"')
    .replaceAll('\\"', '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

async function look(visitor: Visitor, at: string): Promise<{ status: number; text: string }> {
  for (;;) {
    const answer = await fetch(klankbord.origin + at, { headers: { cookie: visitor.cookie }, redirect: "manual" });
    const text = await answer.text();
    if (answer.status !== 429) return { status: answer.status, text: readable(`${answer.headers.get("location")} ${text}`) };
    await sleep(200);
  }
}

/** What a visitor may read by the table; the rest is refused, which the first walk looks at too. */
const open = ({ role }: Visitor) =>
  readableBy([...(role === "participant" ? (["registrant"] as const) : []), ...(role === "nobody" ? [] : [role]), "anyone"]);

function addressesOf(pattern: string, withData: boolean): string[] {
  const at = pathOf(pattern, made);
  if (pattern === "/bijeenkomst/:session/stand") return ["participant", "team", "projector"].map((as) => `${at}?als=${as}`);
  return withData ? [at, `${at === "/" ? "/_root" : at}.data`] : [at];
}

/** What was seen by who may see it: proof that the walks would find what they look for. */
const shown = new Set<string>();

/** @returns what was seen by who must not see it, and how many pages were read */
async function walk(
  patternsOf: (visitor: Visitor) => readonly string[],
  withData: boolean,
): Promise<{ seen: string[]; read: number }> {
  const seen = new Set<string>();
  let read = 0;
  for (const visitor of visitors)
    for (const pattern of patternsOf(visitor))
      for (const path of addressesOf(pattern, withData)) {
        const { status, text } = await look(visitor, path);
        if (status === 200) read += 1;
        for (const one of canaries)
          if (text.includes(one.text))
            (one.mayBeSeen(visitor, pattern) ? shown : seen).add(`${visitor.name} at ${pattern}: ${one.what}`);
      }
  return { seen: [...seen], read };
}

/** Moves the session as a command would: screens hear of it. */
async function moveTo(state: "lobby" | "live" | "ended", currentStepId: StepId | null): Promise<void> {
  const deed = {
    scope: made.dialogueId,
    actor: "command",
    what: "session.move",
    subject: { kind: "session", id: made.sessionId },
  } as const;
  await change(database.db, deed, (tx) =>
    tx
      .update(session)
      .set({ state, currentStepId, stepStartedAt: new Date(), stepEndsAt: new Date(Date.now() + 600_000) })
      .where(eq(session.id, made.sessionId)),
  );
}

test("the invented dialogue has what must not be seen", () => {
  expect(canaries.filter(({ what }) => what.startsWith("mail")).length).toBe(readInvented("people").length + 1);
  for (const kind of ["private", "hidden", "note of a group", "need of the session"])
    expect([kind, canaries.filter(({ what }) => what.startsWith(kind)).length > 3]).toEqual([kind, true]);
  // A walk that would find nothing proves nothing.
  const nobody = visitors[0] as Visitor;
  for (const one of canaries.filter(({ what }) => /^(mail|private|hidden)/.test(what)))
    expect(one.mayBeSeen(nobody, "/")).toBe(false);
});

test("after the session no page, data or export shows what its reader must not see", async () => {
  const { seen, read } = await walk((visitor) => (/nobody|participant 1/.test(visitor.name) ? patterns : open(visitor)), true);
  expect(seen).toEqual([]);
  expect(read).toBeGreaterThan(60);
});

/** Read as well as posted to. */
const alsoRead = "/bijeenkomst/:session/stand";
/** Pages that follow the session; what is only posted to shows nothing. */
const inSession = (visitor: Visitor) =>
  open(visitor).filter(
    (pattern) =>
      /^\/(mijn|bijeenkomst|team\/:dialogue\/bijeenkomst\/)/.test(pattern) && (!access[pattern]?.write || pattern === alsoRead),
  );

test("in the lobby nobody sees what they must not", async () => {
  await moveTo("lobby", null);
  expect((await walk(inSession, true)).seen).toEqual([]);
});

test.each(Array.from({ length: 9 }, (_, at) => at))("in step %i of the session nobody sees what they must not", async (at) => {
  await moveTo("live", made.stepIds[at] ?? null);
  expect(made.stepIds[at]).toBeDefined();
  const { seen, read } = await walk(inSession, false);
  expect(seen).toEqual([]);
  expect(read).toBeGreaterThan(8);
});

test("a published report, its data and what people are told of their input show no more than they must", async () => {
  const { db } = database;
  await moveTo("ended", null);
  const organiser = made.personIds.get("P070") as PersonId;
  const notes = await db
    .select({ id: contribution.id })
    .from(contribution)
    .where(and(eq(contribution.kind, "note"), eq(contribution.shared, "group")));
  for (const { id } of notes.slice(0, 5)) chosenNotes.add(id);
  await chooseNotes(db, made.dialogueId, organiser, { add: [...chosenNotes], remove: [] });
  expect(await publishReport(db, made.dialogueId, { person: organiser }, { number: 1, change: "" })).toMatchObject({
    status: "published",
  });
  const { seen } = await walk(
    (visitor) => open(visitor).filter((pattern) => /verslag|inbreng|gegevens|terugkoppeling|themas|^\/$|oproep/.test(pattern)),
    true,
  );
  expect(seen).toEqual([]);
  const told = [...shown].map((line) => line.replace(/: [^:]*$/, ""));
  expect(told).toContain("nobody at /verslag/:dialogue");
  expect(told).toContain("nobody at /verslag/:dialogue/:number/gegevens.csv");
});

test("the walks saw what may be seen", () => {
  const lines = [...shown].map((line) => line.replace(/ of [A-Z].*\(/, " ("));
  for (const line of [
    "participant 1 at /bijeenkomst/:session: name (full)",
    "participant 1 at /bijeenkomst/:session: need of the session",
    "participant 1 at /bijeenkomst/:session: note of a group",
  ])
    expect(lines).toContain(line);
});
