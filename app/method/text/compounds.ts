import { stem } from "./stem.ts";

/** Known words, as `fold` gives them. */
export interface Lexicon {
  has(word: string): boolean;
}
export type Splitter = (word: string) => readonly string[];

/**
 * Splits compounds [TX4] into words of the lexicon of five letters and more or common short ones, with s, e, en or n between: armoedebestrijding is
 * armoede and bestrijding. Fewest parts win, then the longest first part.
 * @returns for a word as `fold` gives it: its parts, two or more, or none
 */
export function makeSplitter(lexicon: Lexicon): Splitter {
  const known = new Map<string, readonly string[]>();
  const isPart = (word: string) => (word.length > 4 ? !notParts.has(word) && lexicon.has(word) : shortParts.has(word));
  const isTail = (word: string) => !endings.test(word) && (isPart(word) || (word.length > 5 && isPart(stem(word))));

  function split(word: string, most: number): readonly string[] {
    let best: readonly string[] = [];
    for (let at = word.length - shortest; at >= shortest; at--) {
      const tail = word.slice(at);
      if (!isTail(tail)) continue;
      const before = word.slice(0, at);
      for (const link of links) {
        if (!before.endsWith(link)) continue;
        const head = before.slice(0, before.length - link.length);
        if (isPart(head) && !notHeads.has(before)) {
          if (best.length !== 2) best = [head, tail];
          break;
        }
      }
      if (best.length === 2) return best;
    }
    if (most <= 2) return best;
    for (let at = word.length - shortest; at >= 2 * shortest; at--) {
      const tail = word.slice(at);
      if (!isTail(tail)) continue;
      for (const link of links) {
        if (!word.slice(0, at).endsWith(link)) continue;
        const inside = split(word.slice(0, at - link.length), most - 1);
        if (inside.length > 0 && (best.length === 0 || inside.length + 1 < best.length)) best = [...inside, tail];
      }
    }
    return best;
  }

  return (word) => {
    if (word.length < 2 * shortest || word.length > longest || !/^[a-z]+$/.test(word)) return none;
    const before = known.get(word);
    if (before) return before;
    const parts = split(word, 4).flatMap((part) => {
      // schuldhulpverlening: schuld and hulpverlening, which is hulp and verlening
      const inner = part.length > 2 * shortest ? split(part, 2) : none;
      return inner.length > 0 ? [part, ...inner] : [part];
    });
    known.set(word, parts);
    return parts;
  };
}

const none: readonly string[] = [];
const shortest = 3;
const longest = 60;
const links = ["", "s", "e", "en", "n"];
/** Short words that are parts of compounds; others are too often found where they do not belong (prak and tijk in praktijk). */
const shortParts = new Set(
  `arts auto baan baas bad bank bed beeld bel berg boek bom boom bos bouw brief bron bus buur club cultuur dag deel dier dorp een
  drie eten fiets film geld gezin gids ggz glas goot gras grens grond haat hal hand hart hbo heg hek help hond huis huur huren hulp
  jeugd jong kaart kans kat kerk kern kind klas kop kost kunst land last laan leer leef les lift lijn lijst loon lucht maat mbo meld
  mens mode muur naam net nood nota park pad pand pas pen plan plein plek poep poli post prijs punt raad raam rand rook rust sloop
  sloot spel sport spreek stad stem stof stop stress taal taak tafel team test tijd toets tram trap trein tuin tv twee veld vier
  vis voet vve wand wal weg werk wet wijk wmo wind winst woon zaal zand zee zon zonne zorg zit zwem zwerf kluis bos dok boot broek
  bord geest geur gift hang haven hof hok jaar kook kwik leed leen licht lied lijf loods mail melk mond mops nacht oord oogst oor
  open paal pers pool rat reis riool rit ruil slaap slot soos speel spin staat stal steun stoel stoep straf tand teken thuis top
  vak vee veen veer vlag vuil vuur waak wacht wandel water week weer wens wolk woord zaak zang zout zuil`.split(/\s+/),
);
/** With these in front a word means something else: overlast is no last, onderwijs no wijs. */
const notHeads = new Set(
  "over onder voor door achter boven binnen buiten samen tegen terug tussen mede langs naar aan heen neer weer rond zonder wan mis vol vast open goed niet meer veel minder hoog laag groot klein lang kort snel vrij zelf alle bestel".split(
    " ",
  ),
);
const notParts = new Set("heid baar lijk loos schap tje ster inge ting ring ling erin eren enis atie itie iteit".split(" "));
const endings =
  /^(?:ing|ingen|heid|heden|lijk|lijke|baar|bare|schap|schappen|loos|loze|elijk|elijke|achtig|achtige|eerde|ende|rijk|rijke)$/;
