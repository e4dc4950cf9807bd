/** What somebody who writes a need may meet besides the form itself. */
export const writing = {
  similar: {
    title: "Herkent u dit?",
    lead: "Anderen schreven iets wat hierop lijkt. Is het hetzelfde? Dan staat u er ook achter, en blijven uw eigen woorden erbij.",
    found: (p: { n: number }) =>
      p.n === 1
        ? "1 behoefte van een ander lijkt hierop. Lees haar onder het formulier."
        : `${p.n} behoeften van anderen lijken hierop. Lees ze onder het formulier.`,
    same: "Mijn behoefte is dezelfde",
    different: "Mijn behoefte is anders",
    somebody: "een deelnemer",
    backers: (p: { n: number }) => (p.n === 1 ? "1 ander herkent dit" : `${p.n} anderen herkennen dit`),
    kept: (p: { number: number }) => `Uw behoefte is bewaard als bijdrage ${p.number}. Anderen schreven iets wat erop lijkt.`,
    yours: "Uw behoefte",
    theirs: "Wat anderen schreven",
    noneSame: "Mijn behoefte is anders",
  },
};
