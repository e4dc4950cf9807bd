import type { CsvProblemCode } from "../app/method/text/csv.ts";
import { onOneLine } from "./command.ts";

export type Problem = { problem: string };

/** Where it is wrong and what to do, on one line. */
export const at = (row: number, column: string, what: string): Problem => ({
  problem: `rij ${row}, kolom ${onOneLine(column, 40)}: ${what}`,
});

export const malformed: Record<CsvProblemCode, string> = {
  "empty-file": "het bestand is leeg.",
  "unclosed-quote": "een aanhalingsteken wordt niet gesloten. Zet er een aan het eind van de cel.",
  "quote-inside-cell":
    'er staat een aanhalingsteken in een gewone cel. Zet de cel tussen aanhalingstekens en verdubbel het teken ("").',
  "text-after-quote": "er staat tekst na het sluitende aanhalingsteken. Haal die weg of verdubbel het teken.",
  "too-few-cells": "deze rij heeft te weinig cellen. Vul ontbrekende cellen aan, desnoods leeg.",
  "too-many-cells": "deze rij heeft te veel cellen. Zet een cel met een komma tussen aanhalingstekens.",
  "duplicate-column": "deze kolom staat er twee keer. Geef elke kolom een eigen naam.",
};
