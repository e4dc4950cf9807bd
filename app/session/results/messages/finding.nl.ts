const people = (n: number) => (n === 1 ? "1 persoon" : `${n} mensen`);
const counting = ["nul", "één", "twee", "drie", "vier", "vijf"];

/** What came out of the practice check for everybody together, in a line and a sentence. */
export const finding = {
  groups: {
    title: (p: { n: number }) => `Er zijn ${counting[p.n] ?? p.n} manieren van kijken`,
    text: (p: { shared: number }) =>
      `Mensen kiezen in groepen die duidelijk van elkaar verschillen. ${
        p.shared > 0
          ? `Toch delen alle groepen ${p.shared === 1 ? "één inzicht" : `${p.shared} inzichten`}.`
          : "Er is geen inzicht dat alle groepen met zekerheid delen."
      }`,
  },
  gradient: {
    title: "Meningen lopen in elkaar over",
    text: (p: { shared: number }) =>
      `Er zijn geen aparte groepen, maar een verloop: mensen verschillen stap voor stap, van de ene kant naar de andere. ${
        p.shared > 0
          ? `${p.shared === 1 ? "Eén inzicht wordt" : `${p.shared} inzichten worden`} door vrijwel het hele verloop gedeeld.`
          : "Geen inzicht wordt met zekerheid door iedereen gedeeld."
      }`,
  },
  "no-clear-groups": {
    title: "Geen duidelijke groepen",
    text: (p: { shared: number }) =>
      `Wie het over het ene inzicht eens is, kan het over het andere oneens zijn, met steeds andere mensen. Vaste groepen zijn er niet. Dat is ook een uitkomst${
        p.shared > 0
          ? `: ${p.shared === 1 ? "één inzicht wordt" : `${p.shared} inzichten worden`} breed gedeeld.`
          : ", al is er geen inzicht dat met zekerheid breed gedeeld wordt."
      }`,
  },
  "too-few-votes": {
    title: "Nog te weinig om een beeld te geven",
    text: (p: { people: number; statements: number }) =>
      `Voor een beeld van alle inzichten samen zijn ten minste ${people(p.people)} nodig die bij ${
        p.statements === 1 ? "één inzicht" : `${p.statements} inzichten`
      } kozen. Wat mensen schreven, staat hieronder gewoon bij elk inzicht.`,
    small: "Met zo weinig mensen geven we geen cijfers. Wat zij schreven, staat hieronder bij elk inzicht.",
  },
};
