/**
 * Words that tell of the seven fields, for a theme that has the name of one: the first frame, until people have placed needs and made
 * themes of their own.
 */
const seeds: Readonly<Record<string, string>> = {
  wonen:
    "woning huur huurder verhuurder corporatie schimmel renovatie portiek onderhoud isolatie energierekening lift woonruimte huisbaas",
  "werk en inkomen":
    "werk baan inkomen schulden uitkering bijstand toeslag armoede werkgever re-integratie sollicitatie rekening bewindvoerder budget",
  scholing:
    "school opleiding cursus taal lezen schrijven leren leerling diploma stage onderwijs taalles les laaggeletterd leraar digitaal",
  veiligheid:
    "veiligheid wijkagent politie overlast drugs inbraak straatverlichting camera intimidatie melding handhaving criminaliteit",
  opvoeding:
    "opvoeding ouders kind kinderen gezin peuter jeugd jeugdzorg kinderopvang scheiding moeder vader voorschool consultatiebureau",
  "zorg en hulpverlening":
    "zorg huisarts ggz wachtlijst hulpverlening psycholoog mantelzorg verslaving thuiszorg wijkverpleging behandeling indicatie wmo",
  "sociaal functioneren":
    "eenzaam ontmoeten ontmoeting buurthuis buren vrijwilligers inloop meedoen beperking netwerk contact huiskamer activiteiten koffie",
};

/** @returns no words for a theme of one's own: its name and description tell what it is about */
export const seedsFor = (name: string): readonly string[] => seeds[name.trim().toLowerCase()]?.split(" ") ?? [];
