import type { Same } from "../locale.ts";
import type { dealing as nl } from "../nl/dealing.ts";

const groups = (n: number) => (n === 1 ? "1 group" : `${n} groups`);
const pairs = (n: number) => (n === 1 ? "1 pair" : `${n} pairs`);
const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);
const forced = (yes: boolean) => (yes ? " With these people it cannot be otherwise." : "");

export const dealing: Same<typeof nl> = {
  gaveWay: {
    together: (p) =>
      `${people(p.times)} ${p.times === 1 ? "does" : "do"} not sit with those they should stay with.${p.forced ? " Together they are more than fit in a group." : ""}`,
    apart: (p) =>
      `${pairs(p.times)} ${p.times === 1 ? "sits" : "sit"} in one group after all.${p.forced ? " There is only one group." : ""}`,
    "text-only": (p) =>
      `In ${groups(p.times)} one person alone takes part in text only.${p.forced ? " Nobody else takes part in text only." : ""}`,
    dutch: (p) => `In ${groups(p.times)} nobody writes Dutch.${p.forced ? " Too few people here write Dutch for that." : ""}`,
    locked: (p) =>
      `${people(p.times)} could not stay where they were locked.${p.forced ? " That group is no longer there." : ""}`,
    organisation: (p) => `${pairs(p.times)} of one organisation ${p.times === 1 ? "sits" : "sit"} together.${forced(p.forced)}`,
    met: (p) => `${pairs(p.times)} ${p.times === 1 ? "meets" : "meet"} again.${forced(p.forced)}`,
  },
};
