import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { registration } from "../../app/dialogue/people/tables.ts";
import { session, step } from "../../app/dialogue/tables.ts";
import { insight } from "../../app/session/insights/tables.ts";
import { fillIn, readForms } from "../../demo/form.ts";
import { linkIn } from "../post.ts";
import { until } from "../until.ts";
import { visit } from "../visit.ts";
import {
  database,
  isAt,
  isoDay,
  mailOf,
  noor,
  onTo,
  organiser,
  post,
  press,
  say,
  see,
  sees,
  send,
  slug,
  start,
  team,
  themes,
  voters,
} from "./ground.ts";

/** June: a next meeting that starts from the harvest, and what it says beside the one before. */
export function followUp(): void {
  test("June: a follow-up session starts from the harvest, and who was there is asked again", async () => {
    const { db } = database;
    await visit(organiser, `${team}/stand?stap=reopen`);
    await organiser.locator("button[name=stap]").click();
    await organiser.waitForURL(`**${team}`);
    await visit(organiser, `${team}/bijeenkomsten/nieuw`);
    await organiser.getByLabel("Titel", { exact: true }).fill("Vervolgbijeenkomst");
    await organiser.getByLabel("Datum", { exact: true }).fill(isoDay(20));
    await organiser.getByRole("radio", { name: /^Vervolgbijeenkomst:/ }).check();
    await press(organiser, "Plan de bijeenkomst");
    await until(async () => (await db.$count(session)) === 2);
    const next = await nextSession();
    await visit(organiser, `${team}/bijeenkomsten/${next.id}/stand?stap=open-registration`);
    await organiser.locator("button[name=stap]").click();
    await visit(organiser, `${team}/vervolg`);
    await sees(organiser, themes[3] as string);
    await sees(organiser, "Ik bel de scholen");
    await see(organiser, "follow-up");
    await organiser.getByRole("checkbox").first().check();
    await press(organiser, "Toets deze opnieuw");
    await sees(organiser, "1 inzicht staat klaar om opnieuw te toetsen.");
    await press(organiser, /^Vraag deze \d+ mensen/);
    await sees(organiser, /krijgen een uitnodiging\./);
    for (let n = 0; n < voters; n++) {
      const asked = linkIn(await post.letter(mailOf(n), ({ text }) => /[^m]\/uitnodiging\//.test(text)), "/uitnodiging");
      if (n === 0) {
        await noor.goto(asked);
        await noor.locator("[name=licence]").check();
        await see(noor, "asked-again");
        await noor.locator("#send").click();
        await noor.waitForURL(`**/mijn/${slug}**`);
        continue;
      }
      const page = await (await fetch(asked)).text();
      const form = readForms(page).find(({ fields }) => fields.some(({ name }) => name === "licence"));
      if (!form) throw new Error("no form");
      const answer = await send(n, asked, new URLSearchParams([...fillIn(form, { licence: "on" })]));
      expect(answer.status, await answer.text()).toBe(303);
    }
    expect(await db.$count(registration, eq(registration.sessionId, next.id))).toBeGreaterThanOrEqual(voters);
  });

  test("it is held, the insight is tested again, and then stands beside now", async () => {
    const { db } = database;
    const next = await nextSession();
    const [now] = await db.select().from(insight).where(isNotNull(insight.repeatsId));
    await db
      .update(registration)
      .set({ state: "admitted", admittedAt: new Date() })
      .where(and(eq(registration.sessionId, next.id), inArray(registration.state, ["confirmed", "waiting"])));
    await visit(organiser, `${team}/bijeenkomst/${next.id}`);
    await press(organiser, "Open de wachtruimte");
    await noor.goto(`/bijeenkomst/${next.id}`);
    await start(organiser, 7);
    for (let at = 2; at <= 5; at++) await onTo(organiser, at, 7);
    await isAt(noor, 5, 7);
    await noor.getByRole("radio", { name: "Eens", exact: true }).check();
    await sees(noor, "Uw keuze is bewaard.");
    await see(noor, "tested-again");
    const [check] = await db
      .select()
      .from(step)
      .where(and(eq(step.sessionId, next.id), eq(step.kind, "practice-check")));
    for (let n = 1; n < voters; n++) {
      const form = { insight: now?.id ?? "", choice: "agree", fit: "fits", step: check?.id ?? "", id: crypto.randomUUID() };
      await say(n, `/bijeenkomst/${next.id}/stemmen`, { ...form, terug: "?inzicht=klaar" });
    }
    await press(organiser, "Toon alle uitkomsten");
    await until(async () => (await db.$count(insight, and(isNotNull(insight.repeatsId), isNotNull(insight.revealedAt)))) === 1);
    await organiser.getByText("Beëindig de bijeenkomst").first().click();
    await press(organiser, "Ja, beëindig");
    await noor.getByRole("heading", { name: "Bedankt, de bijeenkomst is afgelopen" }).waitFor();
    await organiser.goto(`${team}/inzichten/uitkomst/${now?.number}`);
    for (const [page, where] of [
      [organiser, `${team}/inzichten/uitkomst/${now?.number}`],
      [noor, `/mijn/${slug}/uitkomst/${now?.number}`],
    ] as const) {
      await page.goto(where);
      await page.getByRole("heading", { name: "Vergeleken met eerder" }).waitFor();
      await sees(page, /Ten minste \d+ mensen antwoordden beide keren\./);
      await expect.poll(() => page.getByRole("table").first().getByRole("row").count()).toBe(3);
    }
    await see(noor, "compared");
  });
}

async function nextSession() {
  const [next] = await database.db.select().from(session).where(eq(session.title, "Vervolgbijeenkomst"));
  if (!next) throw new Error("no session");
  return next;
}
