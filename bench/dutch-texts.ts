import type { Random } from "../app/method/random.ts";

/** Words of eight subjects, so that a text is about something. */
export const subjects: Readonly<Record<string, readonly string[]>> = {
  schulden: list(
    "schuld schulden rekening incasso bewindvoerder toeslag voedselbank inkomen armoede deurwaarder huurachterstand",
  ),
  ontmoeting: list(
    "huiskamer buurthuis koffie ontmoeting inloop maaltijd buren eenzaamheid wandelclub moestuin speelplek eettafel",
  ),
  jongeren: list("jongeren stage jeugdwerk school diploma rolmodel hangplek voetbal leerling mentor schooluitval bijbaan"),
  taal: list("taal brief formulier tolk taalmaatje lezen schrijven website inburgering laaggeletterdheid folder cursus"),
  zorg: list(
    "huisarts wachtlijst psycholoog thuiszorg mantelzorg wijkverpleging indicatie ggz dagbesteding verslaving crisisdienst",
  ),
  veiligheid: list(
    "wijkagent overlast drugs straatverlichting verkeer inbraak camera intimidatie melding handhaving ruzie vuurwerk",
  ),
  wonen: list("huurder woning schimmel lift portiek renovatie verhuurder corporatie isolatie onderhoud woningruil huisbaas"),
  opvoeding: list(
    "ouder kind gezin opvoeding peuter kinderopvang scheiding jeugdzorg pleegzorg puber voorschool consultatiebureau",
  ),
};
const sectors = Object.values(subjects);
const between = list(
  "de het een en van in te is dat die op voor met zijn er aan ook niet als om maar bij of uit door naar dan over nog wel we ik wij onze geen meer moet kan wordt",
);
const places = list(
  "Overvecht Poelenburg Zevenkamp Oud-Krispijn Heechterp Selwerd Malburgen Schilderswijk Woensel Pendrecht Angelslo Hatert",
);

function list(words: string): string[] {
  return words.split(" ");
}

/**
 * Invented Dutch texts in any number, all different: synthetic, words of the spelling dictionary drawn as in real text, a few often
 * and most seldom (Zipf), from 7 to 65 words, half of them up to 17, each about one of eight subjects. No sentence of it makes sense: good for
 * speed and memory, and silent about quality.
 * @param lexicon all words to draw from
 */
export function dutchTexts(count: number, lexicon: Iterable<string>, random: Random): string[] {
  const known = random.shuffle([...lexicon].filter((word) => /^[a-z]{4,13}$/.test(word)).sort()).slice(0, 25_000);
  const texts = new Set<string>();
  while (texts.size < count) texts.add(oneText(known, random));
  return [...texts];
}

/** The word of rank r comes in proportion to 1 / (r + flat). */
function zipf(words: readonly string[], flat: number, random: Random): string {
  const rank = flat * ((words.length + flat) / flat) ** random.next() - flat;
  return words[Math.floor(rank)] ?? "";
}

function oneText(known: readonly string[], random: Random): string {
  const own = sectors[random.below(sectors.length)] ?? [];
  const length = Math.round(
    Math.min(65, Math.max(7, 17 * Math.exp(0.75 * (random.next() + random.next() + random.next() - 1.5) * 2))),
  );
  const words = Array.from({ length }, () => {
    const draw = random.next();
    if (draw < 0.45) return zipf(between, 3, random);
    if (draw < 0.6) return zipf(own, 6, random);
    return draw < 0.62 ? zipf(places, 6, random) : zipf(known, 60, random);
  });
  const sentences: string[] = [];
  while (words.length > 0) {
    const sentence = words.splice(0, words.length < 14 ? words.length : 6 + random.below(8)).join(" ");
    sentences.push(sentence.slice(0, 1).toUpperCase() + sentence.slice(1) + (random.next() < 0.7 ? "." : ""));
  }
  return sentences.join(" ");
}
