import type { Same } from "../../../language/locale.ts";
import type { blocks as source } from "./blocks.nl.ts";

const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);
const voices = (n: number) => (n === 1 ? "1 contribution" : `${n} contributions`);

export const blocks: Same<typeof source> = {
  outline: {
    heading: "Structure and texts",
    lead: "Between the parts that come from the data you write texts of your own. Choose where a text goes.",
    forResidents: "For residents. Write short sentences, without jargon.",
    data: "From the data",
    themes: (p) => `Text with one of the ${p.n} themes`,
    insights: (p) => `Text with one of the ${p.n} insights`,
    add: "Write here",
    addAfter: (p) => `after ${p.part}`,
    edit: "Edit",
    about: (p) => `: ${p.words}`,
    up: "Up",
    takeOut: "Take out",
    down: "Down",
    open: (p) => (p.n === 1 ? "1 sentence without ground" : `${p.n} sentences without ground`),
    writing: (p) => `${p.names.join(" and ")} is writing here`,
    weakened: (p) => (p.n === 1 ? "1 sentence weakened" : `${p.n} sentences weakened`),
    sound: "each sentence grounded",
    nothing: "no findings",
    changed: (p) => `${p.name}, ${p.when}`,
    somebody: "Somebody of the team",
    removed: "Texts taken out",
    putBack: "Put back",
    none: "You have not written a text of your own yet.",
    total: (p) =>
      p.of === 0
        ? "There are no findings in your texts yet."
        : p.open === 0
          ? `All ${p.of} sentences with a finding are grounded.`
          : `${p.open} of the ${p.of} sentences with a finding ${p.open === 1 ? "has" : "have"} no ground.`,
  },
  parts: {
    begin: "Beginning of the report",
    bewoners: "In short, in plain words",
    kort: "In short",
    wie: "Who took part",
    nu: "How it goes today",
    nodig: "What people need",
    zwaarst: "What weighs most",
    praktijk: "What practice says",
    groepen: "From the groups",
    conclusies: "Conclusions",
    open: "What is still open",
    programma: "What comes of it",
    hoe: "How this report was made",
    theme: (p) => `Theme ‘${p.name}’`,
    endOf: (p) => `End of ‘${p.part}’`,
    insight: (p) => `Insight ${p.n}`,
  },
  editor: {
    newTitle: "New text",
    title: "Text in the report",
    text: "Text",
    hint: "An empty line begins a new paragraph. Below stands how to write headings, lists, quotes and figures. You can also paste from Word: headings, lists, bold, italics and links stay.",
    pastedPictures: (p: { n: number }) =>
      p.n === 1
        ? "What you pasted had a picture in it. It was not taken over: a text cannot hold a picture."
        : `What you pasted had ${p.n} pictures in it. They were not taken over: a text cannot hold pictures.`,
    place: "Where does this text stand?",
    after: (p) => `After: ${p.part}`,
    save: "Save",
    saved: "Your text has been saved.",
    autosaved: (p) => `Saved by itself at ${p.at}`,
    notAutosaved: "Not saved yet. Choose Save to see why.",
    offline: "Not saved yet: there is no connection. Your text stays here.",
    alsoHere: (p) =>
      `${p.names.join(" and ")} ${p.names.length === 1 ? "has" : "have"} this text open too. You see it when somebody saves something else; nobody writes over another.`,
    leave: "What you typed last has not been saved. Do you want to leave this page anyway?",
    back: "Back to the report",
    preview: "This is how it stands in the report",
    previewEmpty: "Your text shows here as soon as there is one.",
    summary: "Something is not right yet",
    errors: {
      text: { missing: "Write a text.", long: "Make the text shorter than 20,000 characters, or divide it over two texts." },
      place: { missing: "Choose where the text stands." },
      version: { missing: "Load this page again." },
    },
    conflictTitle: "Somebody else has changed this text meanwhile",
    conflict: (p) =>
      `${p.name} saved another text. Your text stands in the field and has not been saved. Take over what you need and choose Save.`,
    theirs: "Saved now",
    gone: "This text has been taken out meanwhile. What you typed still stands here. Put the text back from the page Report, or copy your words.",
    full: "There are 200 texts in the report already. Join texts before you make another.",
    notNow: "The state of the dialogue has changed meanwhile. Your text has not been saved.",
    remove: "Take this text out",
    removeText: "The text goes out of the report. You can put it back later.",
    copied: (p) =>
      `You copied words from contribution ${p.numbers.join(", ")}. Better quote with > #${p.numbers[0]}: then the quote goes when its writer withdraws it.`,
    missing: (p) =>
      p.numbers.length === 1
        ? `There is no contribution ${p.numbers[0]}. Check the number.`
        : `These contributions do not exist: ${p.numbers.join(", ")}. Check the numbers.`,
    recognisable: (p) =>
      `Who wrote contribution ${p.numbers.join(", ")} may be recognised: of that field fewer than five people came from the same province or kind of party. When participants read along, the writer is asked whether this is all right.`,
    history: "What stood here",
    historyNone: "There is no earlier text yet.",
    historyLine: (p) => `${p.when}, ${p.name}: ${p.how}`,
    now: "now",
    how: { write: "written", auto: "saved by itself", restore: "restored", remove: "taken out", "put-back": "put back" },
    restore: "Restore this text",
    restored: "The earlier text stands here again.",
    notation: "How to write headings, lists, quotes and figures",
    notationLines: [
      ["## Heading", "a heading; ### is a smaller one"],
      ["- item", "a list; 1. is a numbered list"],
      ["**bold** and *italic*", "emphasis"],
      ["[words](https://…)", "a link"],
      ["> #47", "quotes contribution 47; its words are fetched"],
      ["A sentence. [#12 #47]", "puts contributions 12 and 47 behind the sentence"],
      ["A sentence. [#t-0a1b2c3d]", "puts a whole theme behind the sentence"],
      ["A sentence. [-]", "the sentence states no finding"],
      ["{deelnemers}", "a figure that is counted"],
      ["| What | Who |", "a row of a table; the first row is its head"],
      ["{figuur themas}", "on a line of its own: a figure of this report"],
    ],
    fields: "Figures that you can use",
    fieldName: "Field",
    fieldNow: "Says now",
  },
  claims: {
    heading: "What does each sentence rest on?",
    lead: "A sentence that states something points at the contributions behind it. Choose ‘Find contributions’ to put them there.",
    none: "There are no sentences yet.",
    count: (p) => (p.of === 0 ? "No findings." : `${p.of - p.open} of ${p.of} sentences grounded.`),
    standings: {
      grounded: "grounded",
      weakened: "weakened",
      ungrounded: "without ground",
      "states-nothing": "no finding",
    },
    behind: (p) => [voices(p.voices), p.lost > 0 ? `${p.lost} no longer readable` : ""].filter(Boolean).join(", "),
    typed: "typed figure: use a field",
    typedInTable: (p) =>
      p.n === 1
        ? "A table holds a typed figure. Use a field where it comes from this report."
        : `Tables hold ${p.n} typed figures. Use fields where they come from this report.`,
    unknown: (p) => `unknown field {${p.name}}`,
    find: "Find contributions",
    findFor: (p) => ` behind: ${p.words}`,
  },
  view: {
    table: (p) => (p.heads.length > 0 ? `Table: ${p.heads.join(", ")}` : "Table"),
    column: (p) => `Column ${p.n}`,
    voices: (p) => voices(p.n),
    voicesOf: (p) => `${voices(p.n)} behind: ${p.words}`,
    behind: (p) => `The voices behind this text: ${voices(p.n)}`,
    lost: (p) =>
      p.n === 1
        ? "1 contribution behind this can no longer be read: withdrawn, erased or hidden."
        : `${p.n} contributions behind this can no longer be read: withdrawn, erased or hidden.`,
    noField: "Without a field",
    back: "Back to the sentence",
    quoteGone: "A quote stood here. Its writer withdrew or erased it, or it was hidden.",
    told: {
      people: (p) => people(p.n),
      contributions: (p) => voices(p.n),
      needs: (p) => (p.n === 1 ? "1 need" : `${p.n} needs`),
      themes: (p) => (p.n === 1 ? "1 theme" : `${p.n} themes`),
      insights: (p) => (p.n === 1 ? "1 insight" : `${p.n} insights`),
      share: (p) => `${p.percent}%`,
      "nearly-all": "nearly everybody",
      withheld: "a number we do not give",
    },
  },
  from: {
    wie: "From the registrations and who was there",
    nu: "From what participants wrote",
    nodig: "From the needs of participants and the themes of the team",
    zwaarst: "From the marks of participants",
    praktijk: "From the practice check",
    groepen: "From the notes of the groups",
    open: "From the practice check, the registrations, the themes and the programme",
    at: (p) => `${p.from}. As of ${p.at}.`,
  },
};
