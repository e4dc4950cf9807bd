import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const isTest = (file: string) => /\.(test|e2e)\.tsx?$/.test(file) && file !== "tests/rules.test.ts";
const tests = ["app", "cli", "demo", "tests"]
  .flatMap((folder) => (readdirSync(path.join(root, folder), { recursive: true }) as string[]).map((file) => `${folder}/${file}`))
  .filter(isTest);

/** Rules whose test does not cite them by number: the file, and what stands in the title of the test. */
const shownBy: Readonly<Record<string, readonly [file: string, title: string]>> = {
  LP1: ["tests/live.e2e.ts", "an announcement is in the view itself, and a participant may not make one"],
  LP13: [
    "app/session/live/changed.test.ts",
    "what is said in text touches no page: it goes its own way, also when it is taken back",
  ],
  ME12: ["tests/media.e2e.ts", "a camera that is off sends nothing and gives its device back; on again it is seen again"],
  ME13: ["tests/connection.e2e.ts", "the organiser sees how many tested and what failed, without names and from five on"],
  OG9: ["app/disclosure/suppression.test.ts", "nothing on fewer than five people"],
  RT10: ["tests/talk.e2e.ts", "finished lines are kept, said aloud and can be taken back"],
  SL1: ["app/session/weigh/mark.test.ts", "whatever is pressed, nobody has more than three, and none twice"],
  SL2: ["app/session/weigh/short-lists.test.ts", "what fewer than five people marked is on no list and in no figure"],
  SL7: ["app/session/weigh/short-list.test.ts", "the price is the part of a share that the one who gives most gives"],
  SL12: ["app/report/priorities/short-lists.db.test.ts", "counted when nobody can mark any more, shown when it is revealed"],
  SL13: [
    "app/report/priorities/short-lists-view.test.tsx",
    "each place says why, and who finds nothing back stands in plain words",
  ],
  SL14: ["app/session/weigh/short-lists.test.ts", "three lists, who finds nothing back in each, and why"],
  SL15: ["app/session/weigh/short-lists.test.ts", "no figure speaks of one to four people, whatever they marked"],
  SL16: ["app/report/gather/tested-themes.db.test.ts", "agreement stands with the theme that it tests, once shown"],
  TH2: [
    "app/method/text/theming.test.ts",
    "confidence rises with what was measured, and is near it on texts that were not coded",
  ],
  TH4: [
    "app/themes/suggestions/embeddings.db.test.ts",
    "vectors add to the suggestions once all are there; the key and the model go along",
  ],
  TK1: ["app/themes/history/theme-history.test.ts", "each need stands in exactly one visible place, and none vanishes"],
  TK2: ["app/themes/themes.db.test.ts", "two analysts at once: the second hears who was first, and nothing is overwritten"],
  TK3: ["tests/themes.e2e.ts", "two at once: each sees within moments where the other is and what was placed"],
  TK4: ["tests/themes.e2e.ts", "1 places the need with the first suggestion, Z puts it back, arrows go through the pile"],
  TK5: ["tests/themes.e2e.ts", "a long list is drawn in part, says its places, and keeps what has the focus"],
  TK6: ["app/themes/suggestions/suggesting.db.test.ts", "placed needs teach, and leave the pile"],
  TK7: ["tests/themes.e2e.ts", "needs that say nearly the same go along in one press, and back in one"],
  TK8: ["tests/themes.e2e.ts", "Shift"],
  TL2: ["app/themes/naming/naming.db.test.ts", "the machine offers phrases and central texts of what everybody may read"],
  TX5: ["app/method/text/theming.test.ts", "no stop word at an edge"],
  TX6: [
    "app/method/text/similar.test.ts",
    "finds the nearest, also of another form of the word, a compound, and a word that is not finished",
  ],
};

const rules = readdirSync(path.join(root, "docs"))
  .filter((file) => file.endsWith(".md"))
  .flatMap((file) => [...read(`docs/${file}`).matchAll(/\*\*([A-Z]{2}\d{1,2})\b/g)].map(([, rule = ""]) => rule));

test("each rule with a number has a test", () => {
  const cited = new Set(tests.flatMap((file) => [...read(file).matchAll(/\b[A-Z]{2}\d{1,2}\b/g)].map(([rule]) => rule)));
  expect(rules.length).toBeGreaterThan(150);
  expect(rules.filter((rule) => !cited.has(rule) && !shownBy[rule])).toEqual([]);
});

test("a test that is named for a rule is there, and the rule is", () => {
  const wrong = Object.entries(shownBy).filter(
    ([rule, [file, title]]) => !rules.includes(rule) || !tests.includes(file) || !read(file).includes(title),
  );
  expect(wrong).toEqual([]);
});
