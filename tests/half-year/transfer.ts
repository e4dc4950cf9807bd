import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { membership } from "../../app/dialogue/people/tables.ts";
import { person } from "../../app/dialogue/tables.ts";
import type { PersonId } from "../../app/platform/ids.ts";
import { seedAreas } from "../../app/prepare/areas/areas.server.ts";
import { type FreshDatabase, freshDatabase } from "../database.ts";
import { root } from "../klankbord.ts";
import { linkIn } from "../post.ts";
import { visit } from "../visit.ts";
import {
  comeIn,
  database,
  keep,
  letter,
  made,
  mailOf,
  names,
  newPage,
  noor,
  organiser,
  post,
  press,
  sam,
  see,
  sees,
  slug,
  startOn,
  team,
  themes,
} from "./ground.ts";

/** July: people are asked, and the dialogue goes on in another installation. */
export function transfer(): void {
  let elsewhere: FreshDatabase;
  const files = mkdtempSync(path.join(tmpdir(), "klankbord-half-year-"));
  beforeAll(async () => {
    elsewhere = keep(await freshDatabase());
    await seedAreas(elsewhere.db);
  });
  afterAll(() => rmSync(files, { recursive: true, force: true }));

  test("July: people are asked whether they go along; it goes whole to a second installation", async () => {
    const { db } = database;
    const [next] = await db.insert(person).values({ name: "Nora Verder", mail: "nora@zorg.example" }).returning();
    await db.insert(membership).values({
      ...{ personId: next?.id as PersonId, dialogueId: made.dialogueId, role: "organiser" as const, acceptedAt: new Date() },
    });
    await visit(organiser, `${team}/overdracht`);
    await organiser.getByLabel("Welke organisatie gaat verder?").fill("Ministerie van Zorg");
    await organiser.getByRole("radio", { name: "Nora Verder" }).check();
    await press(organiser, "Vraag het aan iedereen");
    await sees(organiser, "Iedereen krijgt een e-mail. Er is nog niets overgedragen.");
    for (const [n, page] of [noor, sam].entries()) {
      await comeIn(page, await letter(n, "Ministerie van Zorg"), `/mijn/${slug}/overdracht`);
      await press(page, "Ja, ik ga mee");
      await sees(page, "Uw antwoord is bewaard.");
    }
    const file = path.join(files, "dialoog.jsonl");
    const out = await command(database, "export", slug, file);
    expect(out.named).toBe(2);
    const text = readFileSync(file, "utf8");
    for (const [n, name] of names.entries())
      expect([n, text.includes(mailOf(n)), text.includes(name)]).toEqual([n, n < 2, n < 2]);
    const taken = await command(elsewhere, "import", file, "fatima@zorg.example");
    expect(taken).toMatchObject({ slug, counts: out.counts, organiser: "invited" });
    expect((await command(elsewhere, "export", slug, path.join(files, "terug.jsonl"))).counts).toEqual(out.counts);
  });

  test("there it is looked at: in public, by its new organiser, and by who came along", async () => {
    const second = await startOn(elsewhere);
    const [anybody, fatima, again] = [
      await newPage("", second.origin),
      await newPage("", second.origin),
      await newPage("", second.origin),
    ];
    await anybody.goto(`/verslag/${slug}`);
    await sees(anybody, /^1\.0, verschenen op/);
    await anybody.goto(`/programma/${slug}`);
    await sees(anybody, "Elke dinsdag een spreekuur in de wijk");
    await sees(anybody, "Drie buurthuizen doen mee.");
    await see(anybody, "there-programme");
    await fatima.goto(linkIn(await post.letter("fatima@zorg.example", () => true), "/team/uitnodiging"));
    await fatima.locator("main form button").first().click();
    await fatima.waitForURL(/\/team/);
    for (const [where, says] of [
      [team, "Veerkracht in de wijk"],
      [`${team}/programma`, "Elke dinsdag een spreekuur in de wijk"],
      [`${team}/netwerk`, "Noor de Wit"],
      [`${team}/vervolg`, themes[3] as string],
    ] as const) {
      await visit(fatima, where);
      await sees(fatima, says);
    }
    await see(fatima, "there-follow-up");
    await again.goto(`/oproep/${slug}/link`);
    await again.getByRole("textbox").first().fill(mailOf(1));
    await again.locator("main form button").first().click();
    const back = await post.letter(mailOf(1), ({ text: said }) => said.includes(`${second.origin}/mee/`));
    // who has a place comes into the meeting, also when it is over
    await comeIn(again, back, "/bijeenkomst/");
    await again.goto(`/netwerk/${slug}/praktijk`);
    await again.getByRole("link", { name: "Vaste gezinswerker met eigen budget" }).first().click();
    await sees(again, "Eén werker blijft twee jaar.");
    // what somebody left in the network who did not go along stayed behind
    expect(await again.getByText("Mits de gemeente het betaalt.").count()).toBe(0);
    expect(await again.getByText("Bo Visser").count()).toBe(0);
    await see(again, "there-entry");
    await again.goto(`/netwerk/${slug}`);
    await sees(again, "Noor de Wit");
    expect(await again.getByText("Ilse Bakker").count()).toBe(0);
    await see(again, "there-network");
  });
}

/** `klankbord …`, as somebody types it. @returns the JSON that it says */
async function command({ url }: FreshDatabase, ...words: string[]): Promise<Record<string, unknown>> {
  const env = { ...process.env, NODE_ENV: "production", DATABASE_URL: url, ORIGIN: "http://localhost:3000" };
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, "cli/main.ts"), ...words], { env });
  return JSON.parse(stdout);
}
