import type { Same } from "../../../language/locale.ts";
import { edition } from "../../publish/edition.ts";
import type { difference as source } from "./difference.nl.ts";

const listed = (all: readonly (string | number)[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(all.map(String));
const quoted = (names: readonly string[]) => listed(names.map((name) => `‘${name}’`));

export const difference: Same<typeof source> = {
  heading: (p) => `What differs from version ${edition(p.n)}`,
  same: "Nothing yet: a new version would say the same.",
  seen: {
    heading: "Keep seeing what changes",
    never: "Note what the data say now. What changes afterwards you will read here. Your texts stay as they are.",
    first: "Note this state",
    since: (p) => `What changed since ${p.at}`,
    same: "Nothing: the report still says the same.",
    again: "Seen: go on from the state of now",
  },
  people: (p) => `People who took part: ${p.before} before, ${p.now} now.`,
  came: (p) => (p.n === 1 ? "1 contribution came." : `${p.n} contributions came.`),
  went: (p) => (p.n === 1 ? "1 contribution went." : `${p.n} contributions went.`),
  newThemes: (p) => `New as a theme: ${quoted(p.names)}.`,
  goneThemes: (p) => `No longer a theme: ${quoted(p.names)}.`,
  renamed: (p) => `Theme ‘${p.before}’ is now called ‘${p.now}’.`,
  moved: (p) => (p.n === 1 ? "1 need stands with another theme." : `${p.n} needs stand with another theme.`),
  newInsights: (p) => `Newly tested: insight ${listed(p.numbers)}.`,
  goneInsights: (p) => `No longer in the report: insight ${listed(p.numbers)}.`,
  reworded: (p) => `Written otherwise: insight ${listed(p.numbers)}.`,
  added: (p) => (p.n === 1 ? "1 text of the team came." : `${p.n} texts of the team came.`),
  changed: (p) => (p.n === 1 ? "1 text of the team was changed." : `${p.n} texts of the team were changed.`),
  gone: (p) => (p.n === 1 ? "1 text of the team went." : `${p.n} texts of the team went.`),
};
