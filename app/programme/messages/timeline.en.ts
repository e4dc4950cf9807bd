import type { Same } from "../../language/locale.ts";
import type { timeline as source } from "./timeline.nl.ts";

export const timeline: Same<typeof source> = {
  heading: "Timeline",
  says: (p) =>
    [
      p.steps === 1 ? "There is 1 step with a day." : `There are ${p.steps} steps with a day.`,
      p.done === 0 ? "None of them is done yet." : p.done === 1 ? "1 of them is done." : `${p.done} of them are done.`,
      p.late === 0 ? "" : p.late === 1 ? "Of 1 step the day is past." : `Of ${p.late} steps the day is past.`,
    ]
      .filter(Boolean)
      .join(" "),
  item: (p) => `${p.n}. ${p.title}`,
  moved: (p) => `New state: ${p.state}`,
  standing: { done: "done", ahead: "still to do", late: "day is past", moved: "new state" },
  today: "today",
  table: "Read the timeline as a table",
  caption: "What happens when",
  day: "Day",
  what: "What",
  of: "For item",
  how: "How it stands",
};
