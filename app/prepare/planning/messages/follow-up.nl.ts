const people = (n: number) => (n === 1 ? "1 persoon" : `${n} mensen`);

/** A next meeting that starts from the last harvest. */
export const followUp = {
  title: "Vervolg",
  link: "Begin aan een vervolg",
  lead: "Een volgende bijeenkomst begint bij wat de vorige opbracht: wat nog openstaat, wat is toegezegd, wat u opnieuw toetst en wie u opnieuw vraagt.",
  before: (p: { title: string }) => `Wat nog openstaat en wat is toegezegd, komt uit de dialoog ‘${p.title}’.`,
  open: {
    heading: "Wat nog openstaat",
    none: "Elke behoefte heeft een antwoord.",
    later: "komt later",
    waits: "nog geen antwoord",
    alone: (p: { n: number }) =>
      p.n === 1 ? "1 behoefte zonder thema heeft nog geen antwoord." : `${p.n} behoeften zonder thema hebben nog geen antwoord.`,
  },
  commitments: {
    heading: "Wat is toegezegd",
    lead: "Vraag ernaar in de bijeenkomst. Ook wat anders liep, mag gewoon gezegd worden.",
    none: "Er zijn geen toezeggingen die anderen mogen lezen.",
    states: { open: "staat nog open", kept: "gedaan", dropped: "gaat niet door" },
  },
  again: {
    heading: "Wat u opnieuw toetst",
    lead: "Een inzicht dat u opnieuw toetst, houdt dezelfde woorden. De stemmen van toen blijven staan, en de uitkomst zet toen en nu naast elkaar.",
    none: "Er is nog geen inzicht waarop sinds de vorige vraag is gestemd.",
    which: "Welke inzichten toetst u opnieuw?",
    button: "Toets deze opnieuw",
    done: (p: { n: number }) =>
      p.n === 1 ? "1 inzicht staat klaar om opnieuw te toetsen." : `${p.n} inzichten staan klaar om opnieuw te toetsen.`,
    compare: "Toen en nu naast elkaar:",
  },
  pulse: "Wilt u niet wachten tot de volgende bijeenkomst? Leg ten hoogste drie inzichten per e-mail voor.",
  people: {
    heading: "Wie u opnieuw vraagt",
    lead: "Wie eerder meedeed, krijgt een uitnodiging met de eigen gegevens al ingevuld. Niemand staat op de lijst voordat diegene dat zelf zegt.",
    leadOther:
      "U vraagt alleen wie lid is van het netwerk van de vorige dialoog: zij kozen ervoor om in contact te blijven. Niemand staat op de lijst voordat diegene dat zelf zegt.",
    next: (p: { title: string; when: string; n: number }) =>
      p.n === 0
        ? `${p.title}, ${p.when}: iedereen is al gevraagd.`
        : `${p.title}, ${p.when}: ${people(p.n)} ${p.n === 1 ? "deed" : "deden"} eerder mee en ${p.n === 1 ? "is" : "zijn"} nog niet gevraagd.`,
    button: (p: { n: number }) => (p.n === 1 ? "Vraag deze persoon" : `Vraag deze ${p.n} mensen`),
    none: "Er is nog geen bijeenkomst waarvoor u mensen kunt vragen.",
    plan: "Plan een bijeenkomst",
    done: (p: { n: number }) =>
      p.n === 0 ? "Iedereen was al gevraagd." : `${people(p.n)} ${p.n === 1 ? "krijgt" : "krijgen"} een uitnodiging.`,
  },
  other: {
    heading: "Of een nieuwe dialoog",
    text: "Een nieuwe dialoog neemt de lijsten, de teksten en de getoetste inzichten mee, met het draaiboek van een vervolgbijeenkomst.",
    link: "Begin een nieuwe dialoog met deze opbrengst",
  },
  refusals: {
    none: "Kies ten minste één inzicht om opnieuw te toetsen.",
    over: "Voor deze bijeenkomst kunt u geen mensen meer vragen.",
  },
};
