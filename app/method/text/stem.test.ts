import fc from "fast-check";
import { expect, test } from "vitest";
import { stem } from "./stem.ts";

/** What belongs together has one stem [TX3]. */
const together = `
  huis huizen huisje huisjes | kind kinderen kindje | gezin gezinnen | school scholen schooltje | buurt buurten buurtje buurtjes
  eenzaam eenzame eenzaamheid | schuld schulden | stad steden | wijk wijken wijkje | bewoner bewoners | jongere jongeren
  ouder ouders | probleem problemen probleempje | gemeente gemeenten gemeentes | boom bomen boompje | lamp lampen lampje
  kamer kamers kamertje | bal ballen balletje | woning woningen woninkje | regeling regelingen | fiets fietsen fietsje
  plaats plaatsen | kans kansen | bank banken bankje | straat straten straatje | groep groepen groepje | prijs prijzen
  brief brieven briefje | idee ideeen | industrie industrieen | familie families | cursus cursussen | les lessen
  sector sectoren | kantoor kantoren | kasteel kastelen | middel middelen | dag dagen | weg wegen | adres adressen
  man mannen mannetje | maan manen | tafel tafels tafeltje | deur deuren deurtje | kaart kaarten kaartje
  moment momenten momentje | team teams | club clubs | film films filmpje | route routes | cafe cafes
  universiteit universiteiten | mogelijk mogelijke mogelijkheid mogelijkheden | veilig veilige veiligheid
  vrijwilliger vrijwilligers | opvoeding opvoeden | begeleiding begeleiden | trein treinen treintje | reis reizen reisje
  lid leden | hof hoven hofje | tuin tuinen tuintje | olie olien | provincie provincien | raam ramen raampje
  huurder huurders | medewerker medewerkers | leerling leerlingen | organisatie organisaties | sleutel sleutels
  algemeen algemene | laag lage | druk drukke | oud oude | werkdag werkdagen | overheid overheden`;
test.each(
  together
    .split(/[|\n]/)
    .map((line) => line.trim())
    .filter(Boolean),
)("[TX3] %s", (line) => {
  expect(new Set(line.split(" ").map(stem))).toHaveLength(1);
});

test("[TX3] words that mean something else stay apart", () => {
  for (const pair of [
    "man maan",
    "bom boom",
    "school schol",
    "overheid over",
    "mens men",
    "fiets fiet",
    "wmo wmoo",
    "ruimte ruim",
  ])
    expect(stem(pair.split(" ")[0] ?? "")).not.toBe(stem(pair.split(" ")[1] ?? ""));
});

test("[TX3] abbreviations, short words and other writing stay as they are", () => {
  for (const word of ["wmo", "ggz", "vve", "zzp", "cjg", "jogg", "wajong", "ov", "we", "2.000", "🙂", "我们", "oud-zuid"])
    expect(stem(word)).toBe(word);
});

test("[TX3] any word has a stem that is not empty and not longer by more than a letter", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{0,24}$/), (word) => {
      expect(stem(word).length).toBeLessThanOrEqual(word.length + 1);
      expect(stem(word) === "").toBe(word === "");
    }),
  );
});
