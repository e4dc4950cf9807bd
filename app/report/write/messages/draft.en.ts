import { characterCount } from "../../../language/character-count.en.ts";
import type { Same } from "../../../language/locale.ts";
import { edition } from "../../publish/edition.ts";
import type { draft as source } from "./draft.nl.ts";

export const draft: Same<typeof source> = {
  title: "Report",
  lead: "The report is made of what participants brought in. You write the introduction and the conclusions, and choose which notes go in.",
  preview: "View the draft",
  public: "View the published report",
  previewTitle: "Draft of the report",
  previewLead: "This is how the report looks when you publish it now. Only the team sees this.",
  back: "Back to the report",
  ahead: {
    title: "You write here once the dialogue is open",
    text: "The report follows the input: first the session, then the themes, then your texts. The figures and the words of participants come in by themselves.",
  },
  state: {
    heading: "How things stand",
    needs: (p) => (p.total === 0 ? "There are no needs yet" : `${p.placed} of the ${p.total} needs stand with a theme`),
    themes: "Go to the themes",
    insights: (p) => (p.n === 1 ? "1 insight tested" : `${p.n} insights tested`),
    now: (p) => (p.n === 1 ? "1 contribution on how it goes today" : `${p.n} contributions on how it goes today`),
    notes: (p) => (p.n === 1 ? "1 note chosen" : `${p.n} notes chosen`),
    liveNow: "A session is going on. The figures come into the draft as soon as it has ended.",
  },
  texts: "Introduction and conclusions",
  fields: {
    introduction: {
      label: "Introduction",
      hint: "Why this dialogue, and what stands out? An empty line begins a new paragraph.",
    },
    conclusions: {
      label: "Conclusions",
      hint: "What does this mean, and what happens now? Write down as well where people disagree.",
    },
  },
  save: "Save the texts",
  saved: "Your texts are saved.",
  conflictTitle: "Somebody else has changed the texts meanwhile",
  conflict: (p) =>
    `${p.name} saved another text. Your text stands below and is not saved. With each field that differs you see what is saved now. Change what is needed and save again.`,
  somebody: "Another member of the team",
  theirs: "Saved now",
  summary: "Something is not right yet",
  errors: {
    introduction: { missing: "Write an introduction.", long: "Make the introduction shorter than 6,000 characters." },
    conclusions: { missing: "Write the conclusions.", long: "Make the conclusions shorter than 6,000 characters." },
    change: { missing: "Write down what has changed.", long: "Make this shorter than 600 characters." },
    sure: { sure: "Tick that you have read the draft." },
    version: { missing: "Load this page again." },
    number: { missing: "Load this page again." },
  },
  count: characterCount,
  notes: {
    heading: "Notes from the groups",
    lead: "Choose which notes go into the report. Names are left out.",
    link: "Choose notes",
    none: "There are no notes.",
    group: (p) => `Group ${p.n}`,
    noGroup: "Without a group",
    notReadBack: "not read back by the group",
    save: "Save the choice",
    saved: "Your choice is saved.",
  },
  versions: {
    heading: "Publish",
    none: "No version has been published yet.",
    making: (p) =>
      `The PDF of version ${p.numbers.map(edition).join(" and ")} is being made now. That takes a few seconds; then it is ready.`,
    first: "With the first version everybody who brought something in gets a mail with a link to their own input.",
    later: (p) =>
      `This will be version ${edition(p.n)}. The one before stays to be read. Everybody who brought something in gets a mail.`,
    repeated: "Figures are counted again only when at least five people changed something. Else they stay as they were.",
    change: "What has changed?",
    changeHint: "This stands with the report. For instance: two themes merged, conclusions extended.",
    sure: "I have read the draft",
    sureHint: "What is published stays. Texts of participants who withdraw or erase their contribution do disappear.",
    button: (p) => `Publish version ${edition(p.n)}`,
    onlyOrganiser: "The organiser publishes the report.",
    notYet: "You can publish when the dialogue is in harvest. Move the dialogue on first.",
    forward: "Begin with the harvest",
    published: (p) => `Version ${edition(p.n)} is published. The mails are leaving now.`,
    meanwhile: (p) => `Meanwhile version ${edition(p.n)} was published already. Nothing was published twice.`,
    notNow: "The state of the dialogue has changed meanwhile. Nothing was published.",
    list: "Published versions",
    number: "Version",
    date: "Date",
    changed: "What changed",
    firstVersion: "First version",
  },
};
