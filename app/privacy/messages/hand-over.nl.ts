/** A dialogue that goes to another organisation. */
export const handOver = {
  title: "Draag deze dialoog over",
  link: "Draag deze dialoog over",
  lead: "Een andere organisatie gaat verder met deze dialoog, met het programma en het netwerk. Eerst vragen we iedereen of hun naam en e-mailadres meegaan.",
  what: "Wat er gebeurt",
  steps: [
    "U vraagt het. Iedereen met een plaats of een kaart in het netwerk krijgt één e-mail.",
    "Wie ja zegt, gaat mee met naam, e-mailadres, kaart en eigen link.",
    "Wie nee zegt of niets zegt, gaat niet mee. Wat diegene inbracht blijft staan, zonder naam. Wie nergens anders meedoet, wordt gewist.",
    "Na de laatste dag draagt u over. U en uw team kunnen daarna niet meer in deze dialoog.",
  ],
  toName: "Welke organisatie gaat verder?",
  toNameHint: "Deelnemers lezen deze naam. Bijvoorbeeld: Ministerie van Volksgezondheid, Welzijn en Sport.",
  to: "Wie gaat ermee verder?",
  toHint: "Die persoon is al organisator van deze dialoog.",
  nobody: "Nodig eerst iemand van de andere organisatie uit als organisator. Als die heeft aangenomen, kunt u hier verder.",
  toTeam: "Nodig iemand uit",
  until: "Tot en met welke dag kunnen mensen antwoorden?",
  untilHint: "Minstens een week.",
  ask: "Vraag het aan iedereen",
  problem: "Er klopt iets niet",
  errors: {
    toName: { missing: "Vul de naam van de organisatie in.", long: "Maak de naam korter dan 200 tekens." },
    to: { missing: "Kies wie ermee verder gaat." },
    until: { missing: "Vul een dag in.", "too-soon": "Kies een dag die minstens een week verder ligt." },
  },
  asked: {
    heading: "Er is gevraagd",
    text: (p: { to: string; who: string; day: string }) =>
      `De dialoog gaat naar ${p.to}. ${p.who} gaat ermee verder. Mensen kunnen antwoorden tot en met ${p.day}.`,
    someone: "Nog niemand",
    agreed: (p: { people: number; agreed: number | null }) =>
      p.agreed === null
        ? `Van de ${p.people} mensen gaan er nu minder dan vijf mee.`
        : `Van de ${p.people} mensen gaan er nu ${p.agreed} mee.`,
    stop: "Draag niet over",
    go: "Draag nu over",
    goText: "Dit kan niet terug. U en uw team hebben daarna geen toegang meer.",
    waits: "Na die dag kunt u hier overdragen.",
  },
  told: {
    asked: "Iedereen krijgt een e-mail. Er is nog niets overgedragen.",
    stopped: "De dialoog wordt niet overgedragen.",
  },
  refused: {
    open: "Er is al gevraagd.",
    "not-asked": "Er is niet gevraagd, of het is gestopt.",
    "too-early": "Mensen kunnen nog antwoorden. Wacht tot die dag voorbij is.",
    "no-successor": "Wie ermee verder zou gaan, is geen organisator meer. Stop deze overdracht en vraag het opnieuw.",
    "not-organiser": "Kies iemand die organisator is van deze dialoog.",
    held: "Een beheerder houdt deze dialoog vast vanwege een bewaarplicht.",
    rehearsal: "Er is nog een repetitie van deze dialoog. Wis die eerst.",
    erasing: "Er is gevraagd om deze dialoog te wissen. Neem die vraag eerst terug.",
    "in-session": "Er is een bijeenkomst bezig. Draag daarna over.",
  },
  mine: {
    title: "Gaat u mee?",
    text: (p: { title: string; to: string; day: string }) =>
      `${p.to} wil verdergaan met ‘${p.title}’. Gaan uw naam en e-mailadres mee? U kunt antwoorden tot en met ${p.day}, en tot dan van antwoord veranderen.`,
    yesWhat: "Zegt u ja, dan houdt u uw link, uw kaart en uw berichten, en hoort u wat er met uw inbreng gebeurt.",
    noWhat:
      "Zegt u nee of niets, dan gaat u niet mee. Wat u inbracht blijft staan, zonder uw naam. Uw kaart, uw berichten en uw aanmelding verdwijnen.",
    yes: "Ja, ik ga mee",
    no: "Nee, ik ga niet mee",
    now: { yes: "U gaat mee.", no: "U gaat niet mee.", none: "U hebt nog niet geantwoord." },
    none: "Er wordt nu niets overgedragen. U hoeft niets te doen.",
    saved: "Uw antwoord is bewaard.",
    back: "Naar uw pagina",
  },
  doneLetter: {
    subject: (p: { title: string }) => `Een andere organisatie gaat verder: ${p.title}`,
    text: (p: { title: string; to: string }) =>
      `${p.to} gaat nu verder met ‘${p.title}’. U ging mee: uw link, uw kaart en uw berichten werken zoals ze deden. Wilt u toch niet mee, dan kunt u uw gegevens op uw eigen pagina laten wissen.`,
    button: "Ga naar het netwerk",
  },
  letter: {
    subject: (p: { title: string }) => `Gaat u mee? ${p.title}`,
    greeting: (p: { name: string }) => (p.name ? `Beste ${p.name},` : "Goedendag,"),
    text: (p: { title: string; to: string }) =>
      `U doet mee aan ‘${p.title}’. ${p.to} wil daarmee verdergaan. Dat kan alleen met uw naam en e-mailadres als u dat goedvindt.`,
    what: "Zegt u niets, dan gaat u niet mee. Wat u inbracht blijft staan, zonder uw naam.",
    button: "Zeg of u meegaat",
    until: (p: { day: string }) => `U kunt antwoorden tot en met ${p.day}.`,
    personal: "Deze link is alleen voor u. Stuur deze e-mail niet door.",
    closing: (p: { owner: string; contact: string }) =>
      [`Met vriendelijke groet,\n${p.owner}`, p.contact].filter(Boolean).join("\n"),
  },
};
