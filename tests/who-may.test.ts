import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { access } from "../app/dialogue/access/access.ts";
import { whoMayWords } from "../app/organisation/installation/messages/who-may.ts";
import { deedOf, type PartOfTable, tableOf } from "../app/organisation/installation/who-may.ts";

const file = path.resolve(import.meta.dirname, "../docs/roles.md");
const words = whoMayWords.en;
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

function chapter({ part, roles, rows }: PartOfTable): string {
  const { title, about } = words.parts[part];
  return [
    `## ${title}`,
    "",
    about,
    "",
    row(["", ...roles.map((role) => words.roles[role])]),
    row(["", ...roles].map(() => "---")),
    ...rows.map((one) =>
      row([
        `\`${one.pattern}\``,
        ...roles.map((role) => {
          const deed = deedOf(one, role);
          return deed ? words.deeds[deed] : "";
        }),
      ]),
    ),
  ].join("\n");
}

const written = [
  "# Who may do what",
  "",
  `${words.lead} ${words.further}`,
  "",
  "Written from `app/dialogue/access/access.ts` by `tests/who-may.test.ts` (WRITE=1 writes it again); `tests/roles.e2e.ts` asks every address as each",
  "of these people, and `tests/trespass.e2e.ts` tries what is another's. The administrator reads the same table under *Beheer*.",
  "",
  ...tableOf(access).map((part) => `${chapter(part)}\n`),
].join("\n");

test("docs/roles.md says what the door does (WRITE=1 vitest run --project unit tests/who-may.test.ts writes it)", () => {
  if (process.env.WRITE) writeFileSync(file, written);
  expect(readFileSync(file, "utf8")).toBe(written);
});
