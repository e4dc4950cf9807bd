import { contentOf, type Language } from "../../method/text/features.ts";
import { kilometres } from "../people/distance.ts";

export interface Reason {
  /** Words of the other that tell of the same, as written there; at most three, the rarest first. */
  readonly words: readonly string[];
  readonly sameField: boolean;
  /** Kilometres, when that is near. */
  readonly km: number | null;
}
/** How rare a stem is: the weight of sharing it. 0 for what says nothing. */
export type Rarity = (stem: string) => number;

const nearKm = 25;
const mostWords = 3;
/** What a shared field and being near add to a score together. */
export const besideWords = 2;

/** Said of nearly everything in a dialogue between people who work for others: sharing these is no reason to meet. */
const empty =
  "ervaring ervaringen ervaren avond avonden ochtend middag dag dagen week weken maand jaar mensen mens persoon personen kennis " +
  "voorbeeld voorbeelden tijd plek plekken collega collega's manier manieren vraag vragen iemand antwoord antwoorden " +
  "werk werken werkt werkte gewerkt werkend werker werkers werkwijze wijk wijken buurt buurten gemeente gemeenten stad dorp regio " +
  "bewoner bewoners inwoner inwoners burger burgers cliënt cliënten professional professionals medewerker medewerkers organisatie " +
  "organisaties instelling instellingen partij partijen partner partners team teams groep groepen netwerk project projecten aanpak " +
  "hulp helpen helpt geholpen hulpverlening verlening verlenen ondersteuning ondersteunen ondersteunt begeleiding begeleiden " +
  "begeleidt samenwerking samenwerken samenwerkt contact contacten gesprek gesprekken probleem problemen oplossing oplossingen " +
  "zoek zoeken zoekt gezocht bied bieden biedt aanbod deel delen deelt gedeeld leer leren leert geleerd ken kennen kent gebruik " +
  "gebruiken gebruikt begin beginnen begint start starten praat praten vertel vertellen vertelt lukt lukken probeer proberen " +
  "aandacht belangrijk praktijk inzet inzetten beleid thema thema's onderwerp onderwerpen dialoog bijeenkomst bijeenkomsten " +
  "experience experiences evening morning afternoon day week month year people person knowledge example examples time place " +
  "colleague colleagues way question questions answer work works working worker neighbourhood neighborhood municipality city " +
  "resident residents citizen client professional organisation organization team group network project approach help helping " +
  "support cooperation contact conversation problem solution looking offer share learn know use start talk";
const emptyStems = new WeakMap<Language, ReadonlySet<string>>();
/** The stems of words that say nothing here, whatever the subject. */
export function saysNothing(language: Language): ReadonlySet<string> {
  const known = emptyStems.get(language) ?? new Set(contentOf(empty, language).map(({ stem }) => stem));
  emptyStems.set(language, known);
  return known;
}

/** Stems of a text with the words that gave them; the first of each. */
export function wordsByStem(text: string, language: Language): Map<string, string> {
  const found = new Map<string, string>();
  const nothing = saysNothing(language);
  for (const { shown, stem, parts } of contentOf(text.toLowerCase(), language))
    for (const one of [stem, ...parts]) if (!found.has(one) && !nothing.has(one)) found.set(one, shown);
  return found;
}

/**
 * Why two things may fit [NW13]: a shared word, or a shared field nearby.
 * @returns null when nothing is shared; else the reason, with a score to put the best first
 */
export function reasonFor(
  asked: { readonly stems: ReadonlySet<string>; readonly fields: readonly string[]; readonly municipality: string | null },
  other: {
    readonly words: ReadonlyMap<string, string>;
    readonly fields: readonly string[];
    readonly municipality: string | null;
  },
  rarity: Rarity,
): { readonly reason: Reason; readonly score: number } | null {
  const shared = [...other.words.keys()].filter((stem) => asked.stems.has(stem) && rarity(stem) > 0);
  const sameField = asked.fields.some((field) => other.fields.includes(field));
  const far = kilometres(asked.municipality, other.municipality);
  const km = far !== null && far <= nearKm ? far : null;
  if (shared.length === 0 && !(sameField && km !== null)) return null;
  const byRarity = shared.sort((a, b) => rarity(b) - rarity(a) || (a < b ? -1 : 1));
  const words = [...new Set(byRarity.flatMap((stem) => other.words.get(stem) ?? []))].slice(0, mostWords);
  const score = byRarity.reduce((sum, stem) => sum + rarity(stem), 0) + (sameField ? 1 : 0) + (km !== null ? 1 : 0);
  return { reason: { words, sameField, km }, score };
}

/** The rarity of stems among so many texts; what stands in more than a quarter of a good many says nothing. */
export function rarityOf(counts: ReadonlyMap<string, number>, of: number): Rarity {
  return (stem) => {
    const n = counts.get(stem) ?? 1;
    return of >= 40 && n > of / 4 ? 0 : Math.log((1 + of) / n) + 0.1;
  };
}

/** The Monday of a week, as YYYY-MM-DD (UTC). */
export function mondayOf(day: Date): string {
  const at = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()));
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}
