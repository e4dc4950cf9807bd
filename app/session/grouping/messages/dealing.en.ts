import type { Same } from "../../../language/locale.ts";
import type { dealing as nl } from "./dealing.nl.ts";

const groups = (n: number) => (n === 1 ? "1 group" : `${n} groups`);
const pairs = (n: number) => (n === 1 ? "1 pair" : `${n} pairs`);
const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);
const forced = (yes: boolean) => (yes ? " With these people it cannot be otherwise." : "");

export const dealing: Same<typeof nl> = {
  quality: (p) =>
    `${
      p.groups === 1
        ? `There is one group of ${people(p.most)}, from ${p.fields} fields`
        : `Each group has ${p.least === p.most ? people(p.most) : p.most - p.least === 1 ? `${p.least} or ${people(p.most)}` : `${p.least} to ${people(p.most)}`} from ${p.fields} fields on average`
    }${p.again === null ? "" : p.again === 0 ? "; nobody meets the same person again" : `; ${pairs(p.again)} ${p.again === 1 ? "meets" : "meet"} again`}.`,
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
  page: {
    title: "Groups",
    lead: "Who sits where, for each part. You can make a proposal ahead and adjust it. If you do nothing, people are dealt when the part begins.",
    steps: "Part",
    step: (p) => `${p.number}. ${p.title}`,
    none: "No part makes groups",
    noneText: "Add a part in groups to the run sheet. Then you deal people here.",
    states: { none: "no proposal yet", proposed: "proposal", dealt: "dealt" },
    kinds: {
      none: "",
      keep: "",
      new: "Mixed: as many different fields, parties and areas together as can be, and no two of one organisation.",
      double: "The groups of before join two by two.",
      field: "By field.",
      area: "By area.",
      theme: "People choose a subject themselves.",
    },
    notYet: (p) =>
      p.here === 0
        ? "Nobody is here yet. A proposal now counts on everybody who has a place."
        : `A proposal counts on who is here now: ${people(p.here)}.${p.away > 0 ? ` ${people(p.away)} with a place ${p.away === 1 ? "is" : "are"} not here.` : ""}`,
    passedBy: "This part has passed, without groups of its own.",
    choosing: "People are choosing a subject now.",
    willChoose: "When this part begins, people choose a subject.",
    away: (p) =>
      `${people(p.n)} with a place ${p.n === 1 ? "is" : "are"} not here now. Who comes later gets a seat at the smallest group.`,
    propose: "Make a proposal",
    again: "Deal again around what is locked",
    show: "Let everybody see where they go",
    isShown: "Everybody now sees where they go, and with whom. The proposal takes effect when the part begins.",
    taken:
      "This takes effect when the part begins. Who is not here then drops out; who has come by then gets a seat. Ten seconds before, everybody sees where they go.",
    discard: "Throw the proposal away",
    repair: "Make the groups whole",
    repairText: (p) =>
      [
        p.unseated > 0 ? `${people(p.unseated)} ${p.unseated === 1 ? "has" : "have"} no seat yet.` : "",
        p.moves > p.unseated
          ? `${people(p.moves - p.unseated)} ${p.moves - p.unseated === 1 ? "moves" : "move"}, so that each group has 3 to 8 people.`
          : "",
      ]
        .filter(Boolean)
        .join(" "),
    seatRest: "Give them a place",
    seatRestText: (p) => `${people(p.n)} ${p.n === 1 ? "has" : "have"} not chosen a subject yet.`,
    undo: "Undo",
    wishes: (p) => (p.n === 1 ? "1 wish for each deal" : `${p.n} wishes for each deal`),
    wish: {
      together: (p) => `${p.a} and ${p.b} stay together.`,
      apart: (p) => `${p.a} and ${p.b} do not sit together.`,
    },
    noWish: "Take away",
    groups: "Groups with their people",
    group: (p) => `Group ${p.number}`,
    people: (p) => people(p.n),
    personAt: (p) => `${p.name}, group ${p.number}`,
    someone: "somebody without a name",
    locked: "locked",
    lock: "Lock",
    unlock: "Unlock",
    lockHint: "Who is locked keeps the seat when you deal again or make groups whole.",
    lockGroup: "Lock",
    unlockGroup: "Unlock",
    moveTo: "Another group",
    move: "Move",
    swapWith: "Change places with",
    swap: "Change",
    choose: "Choose",
    wishWith: "Together or apart",
    wishHint: "Holds from the next deal on, as for an interpreter and who needs them.",
    keepTogether: "Keep together",
    keepApart: "Keep apart",
  },
};
