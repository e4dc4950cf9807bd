/** What was reported, as who leads the session sees it. */
export const flag = {
  title: "Meldingen",
  order: "Het dringendst eerst",
  of: (p: { what: string; number: number | null }) => {
    const what = p.what.charAt(0).toUpperCase() + p.what.slice(1);
    return p.number === null ? what : `${what} ${p.number}`;
  },
  insight: "eigen inzicht",
  card: "kennismakingskaart",
  by: (p: { name: string }) => `van ${p.name}`,
  reasons: {
    threat: "Dreigend of discriminerend",
    personal: "Gegevens van iemand",
    guard: "Geplaatst na een waarschuwing",
    hurtful: "Kwetsend",
    other: "Iets anders",
  },
  people: (p: { n: number }) => `${p.n} mensen meldden dit`,
  guarded: (p: { kinds: readonly string[] }) => `Gevonden: ${p.kinds.join(", ")}.`,
  said: "Toelichting",
  reason: "Reden, voor wie het schreef",
  hide: "Haal de hele bijdrage weg",
  hideText: "Niemand ziet de bijdrage meer. De schrijver leest uw reden en kan het anders opschrijven.",
  hideButton: "Haal weg",
  redact: "Haal woorden weg",
  words: "Welke woorden?",
  wordsHint: "Eén stuk per regel, precies zoals het er staat. Ze verdwijnen overal in deze dialoog en worden niet bewaard.",
  redactButton: "Haal deze woorden weg",
  dismiss: "Laat staan",
  answer: "Antwoord aan wie het meldde (mag leeg)",
  dismissButton: "Laat staan",
};
