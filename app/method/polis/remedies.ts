/** What to do about a fault in a file, in each language. */
export type Remedy = Readonly<Record<"nl" | "en", string>>;

const say = (nl: string, en: string): Remedy => ({ nl, en });

/** `cell`: what stands there, quoted. */
export const remedies = {
  emptyFile: say("dit bestand is leeg; exporteer het opnieuw", "this file is empty; export it again"),
  noFile: say("dit bestand is er niet; controleer het pad", "this file is not there; check the path"),
  folder: say("dit is een map; geef een CSV-bestand", "this is a folder; give a CSV file"),
  unreadable: (code: string | undefined) =>
    say(
      `dit bestand is niet te lezen (${code}); controleer het pad en de rechten`,
      `this file cannot be read (${code}); check the path and the permissions`,
    ),
  missingIn: (folder: string) => say(`zet dit bestand in ${folder}`, `put this file in ${folder}`),
  noColumn: say("deze kolom ontbreekt; exporteer het gesprek opnieuw", "this column is missing; export the conversation again"),
  noCommentColumn: say("deze kolom ontbreekt; voeg haar toe", "this column is missing; add it"),
  columnTwice: say("deze kolom staat er twee keer; laat er één staan", "this column stands there twice; keep one"),
  unknownStatement: (statement: string) =>
    say(
      `stelling ${statement} ontbreekt in comments.csv; voeg haar daar toe`,
      `statement ${statement} is not in comments.csv; add it there`,
    ),
  statementWithoutNumber: say("geef de stelling een nummer", "give the statement a number"),
  statementTwice: (id: string) =>
    say(`stelling ${id} staat er twee keer; laat er één staan`, `statement ${id} stands there twice; keep one`),
  noVoteInRow: (cell: string) =>
    say(`${cell} is geen stem; gebruik 1, 0, -1 of niets`, `${cell} is no vote; use 1, 0, -1 or nothing`),
  noVote: (cell: string) => say(`${cell} is geen stem; gebruik 1, 0 of -1`, `${cell} is no vote; use 1, 0 or -1`),
  emptyVote: say("deze cel is leeg; vul 1, 0 of -1 in", "this cell is empty; fill in 1, 0 or -1"),
  emptyPerson: say("deze cel is leeg; geef de deelnemer een nummer", "this cell is empty; give the participant a number"),
  emptyVoter: say("deze cel is leeg; vul in wie de stem gaf", "this cell is empty; fill in who gave the vote"),
  emptyStatement: say(
    "deze cel is leeg; vul het nummer van de stelling in",
    "this cell is empty; fill in the number of the statement",
  ),
  personTwice: (person: string) =>
    say(
      `deelnemer ${person} staat er al met andere stemmen; laat één rij staan`,
      `participant ${person} stands there already with other votes; keep one row`,
    ),
  beyondHeader: (cell: string) =>
    say(
      `${cell} staat buiten de kop; haal deze cel weg of geef de kolom een naam`,
      `${cell} lies beyond the header; remove this cell or give the column a name`,
    ),
  shortRow: say(
    "deze rij heeft te weinig cellen; vul haar aan tot de kop, desnoods leeg",
    "this row has too few cells; fill it up to the header, with empty ones if need be",
  ),
  countsFitNot: say(
    "de tellingen passen niet bij de stemmen; exporteer het gesprek opnieuw",
    "the counts do not fit the votes; export the conversation again",
  ),
  tooFewCells: say("vul de rij aan tot evenveel cellen als de kop", "fill the row up to as many cells as the header"),
  tooManyCells: say("haal de cellen weg die buiten de kop vallen", "remove the cells beyond the header"),
  unclosedQuote: say(
    "een aanhalingsteken wordt niet gesloten; zet er een aan het eind van de cel",
    "a quotation mark is not closed; put one at the end of the cell",
  ),
  quoteInsideCell: say(
    "er staat een aanhalingsteken midden in een cel; zet de hele cel tussen aanhalingstekens",
    "a quotation mark stands inside a cell; put the whole cell between quotation marks",
  ),
  textAfterQuote: say(
    "er staat tekst na het sluitende aanhalingsteken; haal die weg",
    "text stands after the closing quotation mark; remove it",
  ),
  notUtf8: say("dit bestand is geen UTF-8; bewaar het als CSV in UTF-8", "this file is not UTF-8; save it as CSV in UTF-8"),
  tooLong: say(
    "hier staat meer dan in een cel van stemmen past; dit lijkt geen CSV met stemmen",
    "more stands here than fits in a cell of votes; this does not look like CSV with votes",
  ),
  mendCell: say("maak deze cel in orde", "put this cell right"),
} as const;
