import { afterAll, beforeAll, expect, test } from "vitest";
import { inSession, isTyped, openTypists, pagesOf, type Typists, writers } from "./typists.ts";

const phone = "06-00123456";
const text = `Bel onze buurvrouw op ${phone}.`;

/** Where who one is, or how one can be reached, is what is asked; and the name somebody gives to a key of their own. */
const asked = [
  "administrator /beheer/instellingen address",
  "administrator /beheer/instellingen legalText",
  "administrator /beheer/instellingen officer",
  "administrator /beheer/instellingen organisation",
  "administrator /beheer/instellingen siteName",
  "organiser /team/:dialogue/instellingen helpContact",
  "organiser /team/:dialogue/oproep contact",
  "organiser /team/:dialogue/oproep owner",
  "organiser /team/:dialogue/oproep privacy",
  "organiser /team/account name",
  "participant /mijn/:dialogue/aanmelding/:session function",
  "participant /mijn/:dialogue/aanmelding/:session name",
  "participant /mijn/:dialogue/aanmelding/:session organisation",
  "participant /mijn/:dialogue/netwerk name",
];

let typists: Typists;
beforeAll(async () => {
  typists = await openTypists();
});
afterAll(() => typists?.[Symbol.asyncDispose]());

test("a telephone number in any text of any form stands nowhere, unless its writer says so", async () => {
  const taken = new Set<string>();
  let stopped = 0;
  // One field after another: what stops the one may not hide another.
  const type = async (who: string, pattern: string) => {
    for (let at = 0, more = true; more; at++) {
      const all = await typists.typeOn(who, pattern, ({ fields }) => {
        const field = fields.filter(isTyped)[at];
        return field ? { [field.name]: text } : null;
      });
      more = all.length > 0;
      for (const { typed, answer, said } of all)
        if (answer.status < 400) taken.add([who, pattern, ...Object.keys(typed)].join(" "));
        else if (said.includes(phone)) stopped += 1;
    }
  };
  await typists.prepare("registration-open", null);
  for (const who of writers) for (const pattern of pagesOf(who)) await type(who, pattern);
  for (const at of inSession.steps) {
    await typists.prepare(at === null ? "lobby" : "live", at);
    for (const [who, pattern] of inSession.places) await type(who, pattern);
  }
  expect([...taken].sort()).toEqual(asked);
  expect(stopped).toBeGreaterThan(100);
});
