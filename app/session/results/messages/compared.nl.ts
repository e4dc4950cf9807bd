/** The same insight over meetings. */
export const compared = {
  heading: "Vergeleken met eerder",
  caption: (p: { of: string }) => `${p.of}: wat er bij elke bijeenkomst uitkwam`,
  when: "Bijeenkomst",
  pulse: "korte peiling",
  verdict: "Oordeel",
  agree: "Eens",
  holds: "Past, al dan niet onder voorwaarden",
  notTold: "te weinig om te zeggen",
  nearly: { "nearly-all": "vrijwel iedereen", "nearly-none": "vrijwel niemand" },
  share: (p: { n: number }) => `${p.n}%`,
  margin: (p: { low: number; high: number; of: number }) => `marge ${p.low} tot ${p.high}%, van ${p.of} mensen`,
  others: "Er deden niet steeds dezelfde mensen mee. Overlappen de marges, dan kan een verschil toeval zijn.",
  same: "Dezelfde mensen, twee keer gevraagd",
  sameCaption: (p: { of: string }) => `${p.of}: hoe dezelfde mensen antwoordden`,
  fewBoth: "Minder dan vijf mensen antwoordden beide keren. Over hen zeggen we niets.",
  both: (p: { n: number }) => `Ten minste ${p.n} mensen antwoordden beide keren.`,
  clear: {
    more: "Wie van mening veranderde, ging duidelijk vaker omhoog dan omlaag. Toeval verklaart dat niet.",
    less: "Wie van mening veranderde, ging duidelijk vaker omlaag dan omhoog. Toeval verklaart dat niet.",
  },
  unclear: "Een duidelijke verandering zien we niet; wat er verschoof, kan toeval zijn.",
  turn: "Nu, vergeleken met toen",
  shareHead: "Deel van wie twee keer antwoordde",
  few: "minder dan vijf mensen, of niemand",
  about: (p: { n: number }) => `ongeveer ${p.n}%`,
  between: (p: { low: number; high: number }) => `marge ${p.low} tot ${p.high}%`,
  turns: {
    fit: { more: "past nu beter", less: "past nu minder goed", same: "hetzelfde" },
    choice: { more: "nu eens, toen oneens", less: "nu oneens, toen eens", same: "hetzelfde" },
  },
  how: "Delen zijn afgerond op 5%, aantallen naar beneden op vijf. Zo volgt uit twee bijeenkomsten niet wat één persoon koos. De toets op verandering is die van McNemar (exact, 5%).",
  line: (p: { when: string; verdict: string; agree: string; holds: string }) =>
    [`${p.when}: ${p.verdict}`, p.agree, p.holds].filter(Boolean).join("; "),
  agreedNearly: { "nearly-all": "vrijwel iedereen is het eens", "nearly-none": "vrijwel niemand is het eens" },
  heldNearly: { "nearly-all": "past volgens vrijwel iedereen", "nearly-none": "past volgens vrijwel niemand" },
  agreed: (p: { n: number; low: number; high: number; of: number }) =>
    `eens ${p.n}% (marge ${p.low} tot ${p.high}%, van ${p.of} mensen)`,
  held: (p: { n: number; low: number; high: number; of: number }) =>
    `past ${p.n}% (marge ${p.low} tot ${p.high}%, van ${p.of} mensen)`,
};
