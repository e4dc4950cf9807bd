import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import type { Services } from "../../platform/services.server.ts";
import { askedByGuest, askedByTeam, askedByTeamOfSession, askedOfDialogue } from "./asked.server.ts";
import { type Place, placeContext, servicesContext, type Visit, visitContext } from "./context.server.ts";

function contextOf(there: Partial<Record<keyof Place | keyof Visit, unknown>>) {
  const context = new RouterContextProvider();
  const nothing = { dialogue: null, session: null, registration: null, team: null, guest: null };
  const all = { ...nothing, ...there };
  context.set(servicesContext, { db: "the database", environment: {} } as unknown as Services);
  context.set(placeContext, all as unknown as Place);
  context.set(visitContext, all as unknown as Visit);
  return context;
}

const answerOf = (work: () => unknown) => {
  try {
    return work();
  } catch (thrown) {
    return thrown;
  }
};
const answers = (status: number, word: string) => expect.objectContaining({ data: word, init: { status } });

test("gives who asks, where they are and the database in one", () => {
  const context = contextOf({ dialogue: { slug: "schulden" }, team: { personId: "p" } });
  expect(askedByTeam(context)).toMatchObject({ dialogue: { slug: "schulden" }, team: { personId: "p" }, db: "the database" });
});

test("what is not there is not found", () => {
  const missing = answers(404, "missing");
  expect(answerOf(() => askedOfDialogue(contextOf({})))).toEqual(missing);
  expect(answerOf(() => askedByTeam(contextOf({ dialogue: {} })))).toEqual(missing);
  expect(answerOf(() => askedByTeamOfSession(contextOf({ dialogue: {}, team: {} })))).toEqual(missing);
});

test("who comes without their link is asked to use it", () => {
  expect(answerOf(() => askedByGuest(contextOf({ dialogue: {} })))).toEqual(answers(401, "link"));
});
