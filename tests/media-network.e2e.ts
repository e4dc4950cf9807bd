import type { Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { expectAccessible } from "./axe.ts";
import { type Ground, openGround } from "./media-ground.ts";
import { figures, growth } from "./media-page.ts";
import { until } from "./until.ts";

// Longer and worse: media-network.long.test.ts.

let ground: Ground;
beforeAll(async () => {
  ground = await openGround(3);
});
afterAll(() => ground?.[Symbol.asyncDispose]());
const page = (n: number) => ground.pages[n] as Page;

test("a network that lets no UDP through any more: kind words, text goes on, and media comes back by itself [ME5]", async () => {
  ground.weather({ blocked: true });
  const status = page(0).locator(".meet-on [role=status]");
  await status.getByText("Uw netwerk laat nu geen beeld en geluid door. U kunt volledig meedoen met tekst.").waitFor();
  await page(0).locator(".meet-on").getByRole("link", { name: "Test uw verbinding" }).waitFor();
  await expectAccessible(page(0), "blocked");
  await page(0).getByRole("textbox", { name: "Wat hebt u nodig?" }).fill("Een netwerk dat beeld doorlaat.");
  await page(0).getByRole("button", { name: "Leg op tafel" }).click();
  await until(async () => (await ground.database.db.select().from(contribution)).length === 1);
  // the others lost nobody else
  expect(await growth(page(1))).toMatchObject({ pictures: 1, sounds: 1 });
  ground.weather({});
  await ground.allSeen();
  await status.getByText("Uw microfoon staat aan").waitFor();
});

test("from one network to another: it is made anew by itself, and nothing is asked again [ME5]", async () => {
  const before = await figures(page(0));
  ground.moveNetwork();
  await until(async () => (await figures(page(0))).connections > before.connections);
  await ground.allSeen();
  expect((await figures(page(0))).asked).toBe(before.asked);
});
