import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { access } from "../app/dialogue/access/access.ts";
import { dialogue, session } from "../app/dialogue/tables.ts";
import { roomWords } from "../app/session/room/messages/room.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { everybody, rolesOfVisitor, signEverybodyIn, type Visitor } from "./everybody.ts";
import { type Form, forms, sent, whenOf } from "./forms.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { postForm } from "./visitors.ts";
import { addressOf, fingerprint, makeWorld, type World } from "./world.ts";

/** Every address that changes something for who was let in; those open to anyone come before anybody is known. */
const withForm = Object.keys(forms);
/**
 * A question that is posted, so that no address holds it, a beat, that changes nothing but who is here, what somebody is typing, and the
 * way to sound and picture, also to try it; similar.e2e.ts, transports.e2e.ts, talk.e2e.ts, media-tickets.e2e.ts and connection.e2e.ts say
 * who is answered.
 */
const onlyAsked = ["gelijkende", "stand", "typen", "beeld", "proef"].map((last) => `/bijeenkomst/:session/${last}`);
/** A word of a browser about what it shows: as presence it stands in no line. */
const pulses = ["/bijeenkomst/:session/plaats", "/team/:dialogue/bijeenkomst/:session/aanwezig"];
/** A key takes an authenticator, and a consultation three members: membership.e2e.ts has both, and tries those of somebody else. */
const withMore = ["/mijn/:dialogue/sleutels", "/mijn/:dialogue/sleutels/vraag", "/netwerk/:dialogue/groepen/:number/live"];
const written = Object.keys(access).filter(
  (pattern) =>
    access[pattern]?.write &&
    !access[pattern].write.includes("anyone") &&
    ![...onlyAsked, ...pulses, ...withMore].includes(pattern),
);

const { ended, "not-live": notLive } = roomWords.nl.refused.codes;
const endedWords = [ended, notLive];

/** Somebody who may do it. */
function doer(pattern: string): Visitor {
  // signs out everywhere, and somebody else needs to be there still
  if (pattern.endsWith("/apparaten")) return "waiting registrant";
  const who = everybody.find((one) =>
    access[pattern]?.write?.some((role) => role !== "signed-in" && rolesOfVisitor(one).has(role)),
  );
  return who === undefined || pattern === "/team/afmelden" ? "observer" : who;
}

test("there is a form to try for each address that changes something", () => {
  expect(written.toSorted()).toEqual(withForm.toSorted());
});

describe("what is another's stays another's", () => {
  let database: FreshDatabase;
  let klankbord: Klankbord;
  let here: World;
  let elsewhere: World;
  let cookies: Readonly<Record<Visitor, string>>;

  beforeAll(async () => {
    database = await freshDatabase();
    here = await makeWorld(database.db, "hier");
    elsewhere = await makeWorld(database.db, "ander");
    cookies = await signEverybodyIn(database.db, here, elsewhere);
    klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, LLM_URL: "http://127.0.0.1:9/v1" } });
  });
  afterAll(async () => {
    await klankbord?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  /** Puts both dialogues where this can be done. */
  async function setTime(pattern: string): Promise<void> {
    const { db } = database;
    const when = whenOf(pattern);
    for (const { dialogueId, sessionId, goTo } of [here, elsewhere]) {
      await goTo(when.step ?? "group");
      await db
        .update(session)
        .set({ state: when.session ?? "live" })
        .where(eq(session.id, sessionId));
      await db
        .update(dialogue)
        .set({ state: when.dialogue ?? "open" })
        .where(eq(dialogue.id, dialogueId));
    }
  }

  const post = async (pattern: string, path: string, form: Form) => {
    const answer = await postForm(klankbord.origin + path, cookies[doer(pattern)], sent(form));
    return answer;
  };

  /** Each deed of a dialogue is one step of it. */
  const ledger = async () => JSON.stringify((await database.pool.query("select * from ledger order by 1")).rows);

  /** Tries it. @returns what is wrong: let in, a fault, or something written */
  async function tried(pattern: string, path: string, form: Form, known: readonly number[] | null): Promise<string[]> {
    const before = await fingerprint(database.db);
    const answer = await post(pattern, path, form);
    const after = await fingerprint(database.db);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    const about = `${path} ${JSON.stringify(form)}`;
    return [
      ...(answer.status >= 500 || (known && !known.includes(answer.status))
        ? [`${answer.status} ${answer.headers.get("location") ?? ""}: ${about}`]
        : []),
      ...(changed.length > 0 ? [`wrote ${changed}: ${about}`] : []),
    ];
  }

  /** Who keeps the installation running, or begins a dialogue, is bound to none. */
  const parts = (pattern: string) => [...pattern.matchAll(/:\w+/g)].map(([name]) => name).filter((name) => name !== ":token");

  // a statement is of the installation: there is none of somebody else
  // statements and webhooks are of the installation, and of no dialogue
  const ofInstallation: readonly string[] = [":statement", ":hook"];
  const inDialogue = withForm.filter((pattern) => parts(pattern).some((name) => !ofInstallation.includes(name)));

  test("the whole address of another dialogue is refused", async () => {
    const wrong: string[] = [];
    for (const pattern of inDialogue)
      for (const form of forms[pattern]?.(elsewhere) ?? [])
        wrong.push(...(await tried(pattern, addressOf(pattern, elsewhere), form, [303, 401, 403])));
    expect(wrong).toEqual([]);
  });

  test("one part of an address from another dialogue is not found", async () => {
    const wrong: string[] = [];
    for (const pattern of inDialogue)
      for (const part of parts(pattern).slice(1)) {
        // a number counts within its own dialogue: it names nothing of another
        if (addressOf(part, elsewhere) === addressOf(part, here)) continue;
        const path = addressOf(pattern.replace(part, addressOf(part, elsewhere)), here);
        for (const form of forms[pattern]?.(here) ?? []) wrong.push(...(await tried(pattern, path, form, [403, 404])));
      }
    expect(wrong).toEqual([]);
  });

  test("a thing of another dialogue in a form changes nothing", async () => {
    const wrong: string[] = [];
    for (const pattern of inDialogue) {
      await setTime(pattern);
      const theirs = forms[pattern]?.(elsewhere) ?? [];
      for (const [at, form] of (forms[pattern]?.(here) ?? []).entries())
        for (const [name, value] of Object.entries(theirs[at] ?? {}))
          if (name in form && form[name] !== value)
            wrong.push(...(await tried(pattern, addressOf(pattern, here), { ...form, [name]: value }, null)));
    }
    expect(wrong).toEqual([]);
  });

  test("after the end a participant adds nothing", async () => {
    // who said it may still take it back, and one's own card stays one's own
    const still = /(intrekking|kaart|gelezen)$/;
    // The hot path of ballots remembers for a moment how the session stood.
    const attempt = async () => {
      const wrong: string[] = [];
      for (const pattern of inDialogue.filter((one) => one.startsWith("/bijeenkomst/") && !still.test(one))) {
        await setTime(pattern);
        await database.db.update(session).set({ state: "ended" }).where(eq(session.id, here.sessionId));
        const path = addressOf(pattern, here);
        for (const form of forms[pattern]?.(here) ?? []) {
          wrong.push(...(await tried(pattern, path, form, [409])));
          const answer = await postForm(klankbord.origin + path, cookies[doer(pattern)], sent(form));
          const page = await answer.text();
          if (!endedWords.some((words) => page.includes(words))) wrong.push(`does not say why: ${path}`);
        }
      }
      return wrong;
    };
    await expect.poll(attempt).toEqual([]);
  });

  test("the same forms with their own things are taken", async () => {
    const wrong: string[] = [];
    for (const pattern of inDialogue) {
      await setTime(pattern);
      const path = addressOf(pattern, here);
      for (const form of forms[pattern]?.(here) ?? []) {
        const before = await ledger();
        const answer = await post(pattern, path, form);
        if ((await ledger()) === before)
          wrong.push(`${answer.status}: ${path} ${JSON.stringify(form)} ${answer.headers.get("location")}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
