import { setTimeout as sleep } from "node:timers/promises";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { access } from "../app/dialogue/access/access.ts";
import routes from "../app/routes.ts";
import { audiences } from "../app/session/live/view.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { everybody, rolesOfVisitor, signEverybodyIn, type Visitor } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { hello } from "./socket.ts";
import { addressOf, fingerprint, makeWorld, type World } from "./world.ts";

function flatten(entries: readonly RouteConfigEntry[], before = ""): string[] {
  return entries.flatMap((entry) => {
    const at = entry.path ? `${before}/${entry.path}` : before;
    const here =
      entry.index ||
      (entry.path !== undefined && !entry.children) ||
      (entry.children && !entry.children.some((one) => one.index) && !entry.path)
        ? [at || "/"]
        : [];
    return [...here, ...flatten(entry.children ?? [], at)];
  });
}

const patterns = [...new Set(flatten(routes as RouteConfigEntry[]))];
const plain = Object.keys(access).filter((pattern) => pattern.startsWith("/") && !patterns.includes(pattern));
const allPatterns = [...patterns, ...plain];

/** Where somebody may look and there is nothing: who waits for a place has no appointment yet, and nothing was published. */
const nothingThere: Readonly<Record<string, readonly Visitor[]>> = {
  "/programma/:dialogue": everybody,
  // its report has no theme with needs; harvest.e2e.ts has one
  "/verslag/:dialogue/:number/dia/:slide": everybody,
  "/verslag/:dialogue/:number/figuren/:figure": everybody,
  "/programma/:dialogue/dekking": everybody,
  "/programma/:dialogue/beeld.png": everybody,
  // an installation without a language model; trespass.e2e.ts has one
  "/team/:dialogue/verslag/blokken/:block/voorstel": ["organiser", "analyst"],
  // an installation without a logo of its own; site.e2e.ts has one
  "/logo": everybody,
  // nothing was published; api.db.test.ts has a report
  "/api/v1/dialogen/:dialogue": everybody,
  "/api/v1/dialogen/:dialogue/versies": everybody,
  "/api/v1/dialogen/:dialogue/bijeenkomsten": everybody,
  "/api/v1/dialogen/:dialogue/bijeenkomsten/:number": everybody,
  "/api/v1/dialogen/:dialogue/themas": everybody,
  "/api/v1/dialogen/:dialogue/themas/:theme": everybody,
  "/api/v1/dialogen/:dialogue/behoeften": everybody,
  "/api/v1/dialogen/:dialogue/behoeften/:number": everybody,
  "/api/v1/dialogen/:dialogue/inzichten": everybody,
  "/api/v1/dialogen/:dialogue/inzichten/:number": everybody,
  "/api/v1/dialogen/:dialogue/uitkomsten": everybody,
  "/api/v1/dialogen/:dialogue/programmapunten": everybody,
  "/api/v1/dialogen/:dialogue/programmapunten/:number": everybody,
  "/api/v1/dialogen/:dialogue/praktijkvoorbeelden": everybody,
  "/api/v1/dialogen/:dialogue/praktijkvoorbeelden/:number": everybody,
  // the organisation has no sign-in of its own here; oidc.e2e.ts has one
  "/team/aanmelden/organisatie": everybody,
  "/team/aanmelden/organisatie/terug": everybody,
  "/verslag/:dialogue": everybody,
  "/verslag/:dialogue/draden": everybody,
  "/verslag/:dialogue/:number": everybody,
  "/verslag/:dialogue/:number/bijdragen": everybody,
  "/verslag/:dialogue/:number/dia": everybody,
  "/verslag/:dialogue/:number/gegevens.csv": everybody,
  "/verslag/:dialogue/:number/gegevens.json": everybody,
  "/verslag/:dialogue/:number/verslag.md": everybody,
  "/verslag/:dialogue/:number/verslag.pdf": everybody,
  "/verslag/:dialogue/:number/verslag.odt": everybody,
  "/verslag/:dialogue/:number/tabellen.ods": everybody,
  "/verslag/:dialogue/:number/pakket.zip": everybody,
  "/mijn/:dialogue/agenda/:session": ["waiting registrant"],
  // a working group is not held as a consultation; membership.e2e.ts has one
  "/netwerk/:dialogue/groepen/:number/live": ["participant"],
  // a member writes on their own entries
  "/netwerk/:dialogue/praktijk/:number/schrijven": ["participant"],
  // what the participant wrote is not theirs
  "/mijn/:dialogue/woorden/:number": ["waiting registrant", "participant who was removed"],
};

/** Addresses that need to hear more than who asks. The polled view is held to the sockets' rules below. */
const queries: Readonly<Record<string, (who: Visitor) => string>> = {
  "/bijeenkomst/:session/stand": (who) => `?als=${rolesOfVisitor(who).has("participant") ? "participant" : "projector"}`,
  "/gebieden": () => "?q=ams",
};

test("every route stands in the table of who may enter", () => {
  expect(patterns.length).toBeGreaterThan(10);
  expect(patterns.filter((pattern) => !Object.hasOwn(access, pattern))).toEqual([]);
});

test("nothing that changes a dialogue is open to everybody", () => {
  const open = Object.entries(access).filter(([, rule]) => rule.write?.includes("anyone"));
  // Registering, signing in, following a link of one's own, choosing a language: before anybody is known.
  const before =
    /^\/(taal|claim|team\/(aanmelden|uitnodiging)|oproep\/:dialogue\/(aanmelden|link|sleutel)|bevestig|mee|apparaat|collega|uitnodiging|punt|peiling|programmapost)/;
  expect(open.map(([pattern]) => pattern).filter((pattern) => !before.test(pattern))).toEqual([]);
});

describe("roles x actions", () => {
  let database: FreshDatabase;
  let klankbord: Klankbord;
  let here: World;
  let cookies: Readonly<Record<Visitor, string>>;

  beforeAll(async () => {
    database = await freshDatabase();
    here = await makeWorld(database.db, "hier");
    cookies = await signEverybodyIn(database.db, here, await makeWorld(database.db, "ander"));
    klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  });
  afterAll(async () => {
    await klankbord?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  /** One device asks for every address there is: on a fast machine it is held back, and asks again. */
  const ask = async (who: Visitor, method: "GET" | "POST", path: string): Promise<Response> => {
    const answer = await fetch(klankbord.origin + path, {
      method,
      redirect: "manual",
      headers: { cookie: cookies[who], origin: klankbord.origin },
      ...(method === "POST" ? { body: new URLSearchParams() } : {}),
    });
    await answer.arrayBuffer();
    if (answer.status !== 429) return answer;
    await sleep(50);
    return ask(who, method, path);
  };

  /** A no at the door: a team member signs in, a device that is not confirmed waits. */
  function isRefused(answer: Response): boolean {
    const to = answer.headers.get("location") ?? "";
    return [401, 403, 405].includes(answer.status) || (answer.status === 303 && /^\/(team\/aanmelden|apparaat)\b/.test(to));
  }

  const isLetIn = (answer: Response, pattern: string) =>
    // nobody holds the secret of these links
    pattern.includes(":token")
      ? [200, 404, 410].includes(answer.status)
      : [200, 302, 303].includes(answer.status) && !isRefused(answer);

  test.each(everybody)("%s reads where the table says so, and nowhere else", async (who) => {
    const held = rolesOfVisitor(who);
    const wrong: string[] = [];
    for (const pattern of allPatterns) {
      const may = access[pattern]?.read.some((role) => held.has(role)) ?? false;
      const answer = await ask(who, "GET", addressOf(pattern, here) + (queries[pattern]?.(who) ?? ""));
      if (nothingThere[pattern]?.includes(who) && answer.status === 404) continue;
      if (!(may ? isLetIn(answer, pattern) : isRefused(answer)))
        wrong.push(`${pattern}: ${may ? "kept out" : "let in"} (${answer.status} ${answer.headers.get("location") ?? ""})`);
    }
    expect(wrong).toEqual([]);
  });

  test.each(everybody)("%s changes nothing where the table does not say so", async (who) => {
    const held = rolesOfVisitor(who);
    const wrong: string[] = [];
    const before = await fingerprint(database.db);
    for (const pattern of allPatterns) {
      // What somebody may do is left to the tests of that deed: an empty form here could end a session or sign out.
      if (access[pattern]?.write?.some((role) => held.has(role))) continue;
      const answer = await ask(who, "POST", addressOf(pattern, here));
      const isRead = plain.includes(pattern) && !access[pattern]?.write;
      if (!isRefused(answer) && !(isRead && answer.status === 404)) wrong.push(`${pattern}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
    expect(await fingerprint(database.db)).toEqual(before);
  });

  test.each(everybody)("%s hears over the socket, and by polling, what the table says", async (who) => {
    const held = rolesOfVisitor(who);
    for (const as of audiences) {
      const may = access[`socket:${as}`]?.read.some((role) => held.has(role)) ?? false;
      const heard = await hello(klankbord, { cookie: cookies[who], session: here.sessionId, as });
      const expected = may ? "view" : held.has("signed-in") ? 4403 : 4401;
      expect(heard, `socket:${as}`).toBe(expected);
      const polled = await ask(who, "GET", `/bijeenkomst/${here.sessionId}/stand?als=${as}`);
      expect(polled.status === 200, `stand?als=${as}: ${polled.status}`).toBe(may);
    }
  });

  test("a socket from another site is not opened", async () => {
    const at = { cookie: cookies.participant, session: here.sessionId, as: "participant" } as const;
    expect(await hello(klankbord, { ...at, origin: "https://elders.example" })).toBe("403");
    expect(await hello(klankbord, { ...at, session: "00000000-0000-4000-8000-000000000000" })).toBe(4404);
    expect(await hello(klankbord, { ...at, protocol: 0 })).toBe(4426);
  });
});
