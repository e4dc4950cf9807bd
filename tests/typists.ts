import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { access } from "../app/dialogue/access/access.ts";
import { dialogue, session } from "../app/dialogue/tables.ts";
import { change } from "../app/platform/database/change.server.ts";
import { type Form, fillIn, readForms } from "../demo/form.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { pathOf, patterns } from "./places.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

interface Answered {
  readonly form: Form;
  readonly typed: Readonly<Record<string, string>>;
  readonly answer: Response;
  readonly said: string;
}

/** An installation with the invented dialogue and somebody of each role, to type in whatever form they meet. */
export interface Typists {
  readonly database: FreshDatabase;
  readonly klankbord: Klankbord;
  readonly made: Invented;
  readonly everybody: Readonly<Record<string, string>>;
  get(at: string, cookie: string): Promise<Response>;
  prepare(state: "lobby" | "live" | "registration-open", at: number | null): Promise<void>;
  /** Fills in and sends the forms of a page that have a field to type in; those that get null are left. */
  typeOn(who: string, pattern: string, typedFor: (form: Form) => Record<string, string> | null): Promise<Answered[]>;
  [Symbol.asyncDispose](): Promise<void>;
}

const typedIn = ["text", "search", "textarea", "tel", "url"];
export const isTyped = ({ type }: { readonly type: string }) => typedIn.includes(type);

/** Forms that take somebody's place away are typed in last. */
const ends = /afmeld|wissen|collega/;
export const writers = ["nobody", "administrator", "creator", "organiser", "facilitator", "analyst", "participant"];
const mayRead: Readonly<Record<string, readonly string[]>> = {
  nobody: ["anyone"],
  administrator: ["administrator"],
  creator: ["creator"],
  organiser: ["organiser", "signed-in"],
  facilitator: ["facilitator"],
  analyst: ["analyst"],
  participant: ["participant", "registrant"],
};
export const pagesOf = (who: string) =>
  patterns.filter((pattern) => access[pattern]?.read.some((role) => mayRead[who]?.includes(role)) && !ends.test(pattern));

/** Who types where while the session is on, and at which of its steps; null is the lobby. */
export const inSession = {
  steps: [null, 1, 2, 3, 5, 6],
  places: [
    ["participant", "/bijeenkomst/:session"],
    ["neighbour", "/bijeenkomst/:session"],
    ["facilitator", "/team/:dialogue/bijeenkomst/:session"],
  ],
} as const;

export async function openTypists(): Promise<Typists> {
  const database = await freshDatabase();
  const made = await fillInvented(database.db);
  const [first, second] = [...made.personIds.values()];
  if (!first || !second) throw new Error("no people");
  const everybody: Readonly<Record<string, string>> = {
    nobody: "",
    organiser: await teamCookie(database.db, "organiser", made.dialogueId),
    creator: await teamCookie(database.db, "organiser", null, { name: "Maker", mail: "maker@team.example" }),
    administrator: await teamCookie(database.db, "administrator", null),
    facilitator: await teamCookie(database.db, "facilitator", made.dialogueId),
    analyst: await teamCookie(database.db, "analyst", made.dialogueId),
    participant: await guestCookie(database.db, first, made.dialogueId),
    neighbour: await guestCookie(database.db, second, made.dialogueId),
  };
  const klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  const get = (at: string, cookie: string) =>
    calmly(() => fetch(klankbord.origin + at, { headers: { cookie }, redirect: "manual" }));
  return {
    ...{ database, klankbord, made, everybody, get },

    async typeOn(who, pattern, typedFor) {
      const at = pathOf(pattern, made);
      const cookie = everybody[who] ?? "";
      const page = await get(at, cookie);
      const html = await page.text();
      if (page.status !== 200 || !page.headers.get("content-type")?.includes("html")) return [];
      const answered: Answered[] = [];
      for (const form of readForms(html)) {
        if (form.method !== "post" || !form.fields.some(isTyped)) continue;
        const action = new URL(form.action ?? at, klankbord.origin + at).href;
        if (!action.startsWith(klankbord.origin)) throw new Error(`${who} at ${pattern}: form to ${action}`);
        const typed = typedFor(form);
        if (!typed) continue;
        const answer = await calmly(() => postForm(action, cookie, fillIn(form, typed, form.buttons[0])));
        answered.push({ form, typed, answer, said: await answer.text() });
      }
      return answered;
    },

    async prepare(state, at) {
      const subject = { kind: "session", id: made.sessionId };
      const deed = { scope: made.dialogueId, actor: "command", what: "session.move", subject } as const;
      const day = 24 * 3_600_000;
      await change(database.db, deed, async (tx) => {
        await tx.update(dialogue).set({ state: "open" }).where(eq(dialogue.id, made.dialogueId));
        await tx
          .update(session)
          .set({
            state,
            currentStepId: at === null ? null : (made.stepIds[at] ?? null),
            stepStartedAt: new Date(),
            stepEndsAt: new Date(Date.now() + 600_000),
            startsAt: new Date(Date.now() + (state === "registration-open" ? 7 * day : 0)),
            endsAt: new Date(Date.now() + (state === "registration-open" ? 7 * day : 0) + 2 * 3_600_000),
          })
          .where(eq(session.id, made.sessionId));
      });
    },

    async [Symbol.asyncDispose]() {
      await klankbord[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** Waits when told to slow down: a test is hastier than people. */
async function calmly(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const answer = await ask();
    if (answer.status !== 429) return answer;
    await answer.arrayBuffer();
    await sleep(250);
  }
}
