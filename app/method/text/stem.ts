/**
 * The stem of a Dutch word [TX3]: what plural, diminutive, inflected adjective and noun of action share. It is spelled as the
 * singular mostly is (huizen: huis, scholen: school), and is meant for comparing, not for showing.
 * @param word as `fold` gives it; anything but a to z comes back as it is, and so do words of three letters and abbreviations
 */
export function stem(word: string): string {
  if (word.length <= 3 || abbreviations.has(word) || !/^[a-z]+$/.test(word)) return word;
  return settle(noun(diminutive(word)));
}

/** Not to be taken for words, in whatever capitals. */
const abbreviations = new Set(
  "wajong jogg cjg ggd ggz wmo vve uwv svb wlz zvw wsnp nvvk msvp wijkggz awbz digid halt bibob veiligthuis mantelz bopz wvggz jgz pgb zzp mbo hbo vmbo havo vwo azc coa cbs cpb rivm movisie vng bzk vws szw ocw ehbo apv boa".split(
    " ",
  ),
);

/** Endings of words whose vowel is short in the singular and long in the plural, or that change it. */
const irregular: readonly (readonly [string, string])[] = [
  ["kinderen", "kind"], ["kinder", "kind"], ["eieren", "ei"], ["bladeren", "blad"], ["goederen", "goed"], ["liederen", "lied"],
  ["volkeren", "volk"], ["runderen", "rund"], ["steden", "stad"], ["leden", "lid"], ["schepen", "schip"], ["dagen", "dag"],
  ["wegen", "weg"], ["paden", "pad"], ["daken", "dak"], ["gaten", "gat"], ["glazen", "glas"], ["baden", "bad"], ["bladen", "blad"],
  ["sloten", "slot"], ["hoven", "hof"], ["goden", "god"], ["oorlogen", "oorlog"], ["graven", "graf"], ["gebreken", "gebrek"],
  ["bevelen", "bevel"], ["verdragen", "verdrag"], ["spelen", "spel"], ["aandelen", "aandeel"], ["vaten", "vat"],
  ["overheden", "overheid"], ["overheid", "overheid"], ["moeilijkheden", "moeilijk"],
]; // biome-ignore format: a table

function diminutive(word: string): string {
  const one = word.endsWith("jes") ? word.slice(0, -1) : word;
  if (!/[bcdfghkpst]je$/.test(one) || one.length < 5) return word;
  const bare = one.slice(0, -2);
  if (/(?:([bdfgklmnprs])\1|ng)et$/.test(bare)) return undouble(bare.slice(0, -2));
  if (/[aeiou].*ink$/.test(bare) && syllables(bare) > 1) return `${bare.slice(0, -1)}g`;
  if (/mp$/.test(bare)) return isShort(bare.slice(0, -1)) && syllables(bare) === 1 ? bare : bare.slice(0, -1);
  if (/[lnrw]t$/.test(bare) && !endsInT.test(bare)) return bare.slice(0, -1);
  return bare;
}
/** Of buurtje the t belongs to the word, of deurtje it does not. */
const endsInT = /(?:kaart|buurt|taart|poort|soort|beurt|vaart|start|hart|[mldgic]ent|[^aeiou][aiou][lnr]t)$/;

function noun(word: string): string {
  for (const [plural, singular] of irregular) if (word.endsWith(plural)) return `${word.slice(0, -plural.length)}${singular}`;
  if (word.endsWith("heden") && word.length > 7) return word.slice(0, -5);
  if (word.endsWith("heid") && word.length > 6) return word.slice(0, -4);
  if (/ing(?:en|s)?$/.test(word) && syllables(word.replace(/ing(?:en|s)?$/, "")) > 0) {
    const base = word.replace(/ing(?:en|s)?$/, "");
    if (base.length >= 3 && /[bcdfghjklmnpqrstvwxz]$/.test(base)) return lengthen(base);
  }
  if (/[^s]s$/.test(word) && !endsInS.test(word) && syllables(word) > 1 && takesS.test(word.slice(0, -1)))
    return ending(word.slice(0, -1));
  if (/[^aeious][bm]s$/.test(word) || /[aeiou][bm]s$/.test(word)) return word.slice(0, -1);
  return ending(word);
}
const takesS = /(?:el|er|em|en|aar|aard|eur|ier|or|ie|[^aeious]e)$/;
const endsInS = /(?:adres|proces|succes|congres|expres|fles|les|princes|mens)$/;

function ending(word: string): string {
  if (/(?:ieen|eeen)$/.test(word)) return word.slice(0, -2);
  if (/ien$/.test(word)) return word.length > 4 && !/(?:[zdt]|ch)ien$/.test(word) ? word.slice(0, -1) : word;
  if (/[^aeio]en$|[aiou]en$/.test(word) && syllables(word) > 1 && word.length > 4) return lengthen(word.slice(0, -2));
  if (/[^ei]e$/.test(word) && syllables(word) > 1 && word.length > 3) return lengthen(word.slice(0, -1));
  return word;
}

/** The vowel as the singular writes it: mannen: man, manen: maan. */
function lengthen(base: string): string {
  if (/([bdfgklmnprst])\1$/.test(base)) return undouble(base);
  const found = /^(.*[^aeiou]|)([aeou])([bdfgklmnprstvz])$/.exec(base);
  if (!found) return base;
  const [, before = "", vowel = "", consonant = ""] = found;
  const unstressed =
    syllables(before) > 0 && ((vowel === "e" && "lnr".includes(consonant)) || (vowel === "o" && consonant === "r"));
  return unstressed ? base : `${before}${vowel}${vowel}${consonant}`;
}

/** What is written in more than one way: reiz and reis, kastel and kasteel. */
function settle(word: string): string {
  const soft = word.replace(/v$/, "f").replace(/z$/, "s");
  return soft.replace(/^(.*[aeiou].*[^aeiou])(?:ee([lnr])|oo(r))$/, (_, before: string, e?: string, o?: string) =>
    e ? `${before}e${e}` : `${before}o${o}`,
  );
}

const undouble = (word: string) => word.replace(/([bcdfgklmnprst])\1$/, "$1");
const syllables = (word: string) => word.match(/[aeiou]+|(?<=[^aeiou])y/g)?.length ?? 0;
const isShort = (word: string) => /(?:^|[^aeiou])[aeiou][^aeiou]$/.test(word);
