import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { contributionStates, contributionTransitions } from "../app/contribution/contribution-states.ts";
import { dialogueDeeds, dialogueStates, dialogueTransitions, mayDialogue } from "../app/dialogue/dialogue.ts";
import { maySession, sessionDeeds, sessionStates, sessionTransitions } from "../app/prepare/planning/session.ts";
import { registrationStates, registrationTransitions } from "../app/prepare/registration/admission/places.ts";
import { itemStates, itemTransitions } from "../app/programme/items/item.ts";

const file = path.resolve(import.meta.dirname, "../docs/dialogue-states.md");
const id = (state: string) => state.replaceAll("-", "_");

function drawing(states: readonly string[], transitions: readonly { from: string; to: string; event: string }[]): string {
  const names = states.map((state) => `  ${id(state)}: ${state.replaceAll("-", " ")}`);
  const ways = Map.groupBy(transitions, ({ from, to }) => `${id(from)} --> ${id(to)}`);
  const arrows = [...ways].map(([way, same]) => `  ${way}: ${same.map(({ event }) => event).join(", ")}`);
  return ["```mermaid", "stateDiagram-v2", ...names, `  [*] --> ${id(states[0] ?? "")}`, ...arrows, "```"].join("\n");
}

function table<S extends string, D extends string>(
  states: readonly S[],
  deeds: readonly D[],
  may: (state: S, deed: D) => boolean,
): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["", ...states.map((state) => state.replaceAll("-", " "))]),
    row(["", ...states].map(() => "---")),
    ...deeds.map((deed) => row([`\`${deed}\``, ...states.map((state) => (may(state, deed) ? "yes" : ""))])),
  ].join("\n");
}

const drawn = {
  "the dialogue's states": drawing(dialogueStates, dialogueTransitions),
  "what the dialogue's states allow": table(dialogueStates, dialogueDeeds, mayDialogue),
  "a registration's states": drawing(registrationStates, registrationTransitions),
  "the session's states": drawing(sessionStates, sessionTransitions),
  "a contribution's states": drawing(contributionStates, contributionTransitions),
  "a programme item's states": drawing(itemStates, itemTransitions),
  "what the session's states allow": table(sessionStates, sessionDeeds, maySession),
};

/** Puts each drawing between its marks. */
const withDrawings = (text: string) =>
  Object.entries(drawn).reduce(
    (before, [name, drawing]) =>
      before.replace(
        new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- end -->)`),
        (_, open, close) => `${open}\n${drawing}\n${close}`,
      ),
    text,
  );

test("the states are drawn as the code has them (WRITE=1 draws them again)", () => {
  if (process.env.WRITE) writeFileSync(file, withDrawings(readFileSync(file, "utf8")));
  const text = readFileSync(file, "utf8");
  for (const name of Object.keys(drawn)) expect(text).toContain(`<!-- ${name} -->`);
  expect(text).toBe(withDrawings(text));
});

test("each event names the button or the moment that causes it", () => {
  const text = readFileSync(file, "utf8");
  const chapter = (title: string) => text.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? "";
  const all = {
    Dialogue: dialogueTransitions,
    Session: sessionTransitions,
    Registration: registrationTransitions,
    Contribution: contributionTransitions,
    "Programme item": itemTransitions,
  };
  for (const [title, transitions] of Object.entries(all)) {
    const told = [...chapter(title).matchAll(/^\| ([a-z][a-zA-Z-]*) \| [^|]+ \|$/gm)]
      .map((row) => row[1])
      .filter((event) => event !== "event");
    expect(told.sort()).toEqual([...new Set(transitions.map((t) => t.event))].sort());
  }
});
