import type { Same } from "../locale.ts";
import type { compared as source } from "../nl/compared.ts";

export const compared: Same<typeof source> = {
  heading: "Compared with before",
  caption: (p) => `${p.of}: what came out at each meeting`,
  when: "Meeting",
  pulse: "short pulse",
  verdict: "Verdict",
  agree: "Agree",
  holds: "Fits, with or without conditions",
  notTold: "too few to say",
  share: (p) => `${p.n}%`,
  margin: (p) => `margin ${p.low} to ${p.high}%, of ${p.of} people`,
  others: "Not the same people took part each time. Where margins overlap, a difference may be chance.",
  same: "The same people, asked twice",
  sameCaption: (p) => `${p.of}: how the same people answered`,
  fewBoth: "Fewer than five people answered both times. Of them we say nothing.",
  both: (p) => `At least ${p.n} people answered both times.`,
  clear: {
    more: "Who changed their mind clearly went up more often than down. Chance does not explain that.",
    less: "Who changed their mind clearly went down more often than up. Chance does not explain that.",
  },
  unclear: "We see no clear change; what shifted may be chance.",
  turn: "Now, compared with then",
  shareHead: "Part of who answered twice",
  few: "fewer than five people, or nobody",
  about: (p) => `about ${p.n}%`,
  between: (p) => `margin ${p.low} to ${p.high}%`,
  turns: {
    fit: { more: "fits better now", less: "fits less well now", same: "the same" },
    choice: { more: "agrees now, disagreed then", less: "disagrees now, agreed then", same: "the same" },
  },
  how: "Parts are rounded to 5%, numbers down to five. So two meetings do not tell what one person chose. The test of change is McNemar's (exact, 5%).",
  line: (p) => [`${p.when}: ${p.verdict}`, p.agree, p.holds].filter(Boolean).join("; "),
  agreed: (p) => `agree ${p.n}% (margin ${p.low} to ${p.high}%, of ${p.of} people)`,
  held: (p) => `fits ${p.n}% (margin ${p.low} to ${p.high}%, of ${p.of} people)`,
};
