type Who = { readonly field: string | null; readonly party: string | null; readonly area: string | null };

/** Who is missing among those who signed up, and a text to invite them with; for the organiser. */
export const gaps = {
  heading: "Wie mist nog",
  none: "Uit elk vakgebied en elke soort partij meldde iemand zich aan.",
  nobody: (p: { field: string }) => `Nog niemand uit ${p.field}.`,
  nobodyOf: (p: { party: string }) => `Nog niemand van de soort partij ‘${p.party}’.`,
  nobodyBoth: (p: { field: string; party: string }) => `Nog niemand uit ${p.field} bij ${p.party}.`,
  nobodyIn: (p: { field: string }) => `Nog niemand uit ${p.field} in:`,
  nobodyAt: (p: { field: string; area: string }) => `Nog niemand uit ${p.field} in ${p.area}.`,
  invite: "Tekst om uit te nodigen",
  inviteFor: (p: { gap: string }) => `${p.gap} Tekst om uit te nodigen`,
  towns: (p: { n: number }) =>
    p.n === 1 ? "Gemeenten waar één vakgebied nog mist" : `Gemeenten waar een van ${p.n} vakgebieden nog mist`,
  townsHow:
    "Alleen gemeenten waar al wel iemand uit een ander vakgebied vandaan komt. Op alfabet. Kies een gemeente voor een tekst om uit te nodigen.",
  title: "Tekst om uit te nodigen",
  back: "Terug naar wie erbij is",
  lead: (p: { who: string }) => `Voor ${p.who}. Klankbord verstuurt niets: u kiest zelf aan wie u dit stuurt.`,
  label: "De tekst",
  hint: "Pas de tekst gerust aan. U kunt hem kopiëren of meenemen naar uw eigen e-mail.",
  mail: "Open in uw e-mail",
  byName: "Nodig mensen op naam uit, met een eigen link",
  who: ({ field, party, area }: Who) =>
    ["mensen", field ? `uit ${field}` : "", party ? `bij ${party}` : "", area ? `in ${area}` : ""].filter(Boolean).join(" "),
  subject: (p: { title: string }) => `Uitnodiging: ${p.title}`,
  text: (p: { title: string; when: string; address: string; who: string }) =>
    `Beste collega,

Wij voeren een online gesprek over ‘${p.title}’. ${p.when.charAt(0).toUpperCase()}${p.when.slice(1)} is er een bijeenkomst, gewoon vanaf uw eigen plek.

Wij horen nog geen ${p.who}. Juist wat u in uw werk ziet, willen wij meenemen. Wilt u meedoen, of kent u iemand die dit past?

Lees waar het over gaat en meld u aan:
${p.address}

Meedoen kan ook zonder camera, en helemaal met tekst. Na afloop leest u terug wat er met uw inbreng is gedaan.

Met vriendelijke groet,
`,
};
