import type { Same } from "../../../language/locale.ts";
import type { finding as nl } from "./finding.nl.ts";

const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);
const counting = ["no", "one", "two", "three", "four", "five"];

export const finding: Same<typeof nl> = {
  groups: {
    title: (p) => `There are ${counting[p.n] ?? p.n} ways of seeing this`,
    text: (p) =>
      `People choose in groups that clearly differ. ${
        p.shared > 0
          ? `Yet all groups share ${p.shared === 1 ? "one insight" : `${p.shared} insights`}.`
          : "There is no insight that all groups share with certainty."
      }`,
  },
  gradient: {
    title: "Opinions differ by degree",
    text: (p) =>
      `There are no separate groups but a gradient: people differ step by step, from one side to the other. ${
        p.shared > 0
          ? `${p.shared === 1 ? "One insight is" : `${p.shared} insights are`} shared along nearly all of it.`
          : "No insight is shared by everybody with certainty."
      }`,
  },
  "no-clear-groups": {
    title: "No clear groups",
    text: (p) =>
      `Who agree on one insight may disagree on another, each time with other people. There are no fixed groups. That is an outcome too${
        p.shared > 0
          ? `: ${p.shared === 1 ? "one insight is" : `${p.shared} insights are`} widely shared.`
          : ", though no insight is widely shared with certainty."
      }`,
  },
  "too-few-votes": {
    title: "Still too little for a picture",
    text: (p) =>
      `A picture of all insights together takes at least ${people(p.people)} who chose on ${
        p.statements === 1 ? "one insight" : `${p.statements} insights`
      }. What people wrote stands below with each insight all the same.`,
    small: "With so few people we give no figures. What they wrote stands below with each insight.",
  },
};
