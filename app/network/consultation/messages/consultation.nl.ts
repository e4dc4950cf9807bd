/** A peer consultation that is held live. */
export const consultation = {
  name: "Intervisie",
  title: "Houd de intervisie hier",
  lead: "U komt bij elkaar in Klankbord, met een draaiboek, een klok, beeld, geluid en tekst, zoals bij elke bijeenkomst.",
  what: [
    "Alleen wie meedoet in deze groep, kan erbij. Het team van de dialoog niet.",
    "Er wordt niets verzameld. Uw vraag en uw aantekeningen staan er niet in.",
    "Binnen twee dagen na afloop wordt alles van de bijeenkomst gewist, ook wat u typte.",
    "U leidt zelf de bijeenkomst, en u zit ook aan tafel. U krijgt een e-mail met een link om te leiden, en een met een link om mee te doen. Open ze in twee vensters. De anderen krijgen een e-mail met hun eigen link.",
  ],
  woo: "Wat u bij een overheid in uw eigen aantekeningen of mail bewaart, kan onder de Wet open overheid vallen.",
  when: (p: { when: string }) => `De bijeenkomst is op ${p.when}.`,
  method: "Hoe werkt u?",
  methods: {
    "peer-consultation": "Incidentmethode: één vraag, voor vier tot acht collega’s, een uur",
    troika: "Troika: met z’n drieën, ieder een vraag, drie kwartier",
  },
  button: "Zet de bijeenkomst klaar",
  again: "Werk de bijeenkomst bij",
  againText: "Is de dag veranderd, of kwam er iemand bij? Werk de bijeenkomst dan bij. Iedereen hoort het per e-mail.",
  noMeeting: "Prik eerst een dag. Daarna kunt u de bijeenkomst hier klaarzetten.",
  few: "Er doen nog te weinig collega’s mee. Met z’n drieën kan het.",
  ready: "De bijeenkomst staat klaar. Kijk in uw e-mail: daar staat de link waarmee u haar leidt.",
  readyAlready: "De bijeenkomst staat klaar. Iedereen heeft een e-mail met een eigen link.",
  toLead: "Leid de bijeenkomst (u meldt zich aan met hetzelfde e-mailadres)",
  back: "Naar de groep",
  houseRules:
    "Wat u hier zegt, blijft hier. Noem geen namen van bewoners. Binnen twee dagen na afloop wordt alles van deze bijeenkomst gewist.",
  link: "Houd de intervisie hier, met beeld, geluid en een klok",
};
