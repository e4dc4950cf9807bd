import { parseArgs } from "node:util";

/** Where the morning can be stopped, in its order. */
export const stops = [
  "oproep",
  "aanmelding",
  "lobby",
  "kennismaking",
  "alleen",
  "deelgroepen",
  "pauze",
  "praktijktoets",
  "zwaarst",
  "opbrengst",
  "afsluiting",
  "verslag",
  "programma",
  "netwerk",
] as const;
/** After these nothing is left to look on at: the whole morning went by at its pace. */
const wholeMorning: readonly (string | undefined)[] = ["verslag", "programma", "netwerk"];
/** The words that the code has for some of them. */
const alsoCalled: Readonly<Record<string, string>> = { report: "verslag", programme: "programma", network: "netwerk" };
export type Stop = (typeof stops)[number];

const mostPeople = 72;

export interface Options {
  /** a second of the run sheet lasts 1 / speed of a second */
  readonly speed: number;
  readonly stayAt: Stop;
  /** null: any that is free */
  readonly port: number | null;
  readonly people: number;
  readonly quiet: boolean;
}

const usualSpeed = 10;
/** On the way to a step that stays nobody looks on. */
const hurry = 600;

export const usage = `npm run demo -- [--speed ${usualSpeed}] [--stay-at ONDERDEEL] [--port N] [--people ${mostPeople}] [--quiet]
ONDERDEEL: ${stops.join(", ")}`;

/** @returns the options, or one line that names what is wrong and what would be right */
export function readOptions(words: readonly string[]): { ok: true; options: Options | "help" } | { ok: false; line: string } {
  const read = tryParse(words);
  if (typeof read === "string") return { ok: false, line: read };
  const { values } = read;
  if (values.help) return { ok: true, options: "help" };
  const wanted = alsoCalled[values["stay-at"]] ?? values["stay-at"];
  const speed = Number(values.speed ?? (wholeMorning.includes(wanted) ? usualSpeed : hurry));
  if (!(speed > 0 && speed <= 100_000)) return { ok: false, line: "--speed: geef een getal boven 0, bijvoorbeeld 10." };
  const stayAt = stops.find((stop) => stop === wanted);
  if (!stayAt) return { ok: false, line: `--stay-at: "${values["stay-at"]}" is er niet. Kies uit: ${stops.join(", ")}.` };
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65_536))
    return { ok: false, line: "--port: geef een getal van 1 tot 65535." };
  const people = Number(values.people);
  if (!(Number.isInteger(people) && people >= 12 && people <= mostPeople))
    return { ok: false, line: `--people: geef een getal van 12 tot ${mostPeople}.` };
  return { ok: true, options: { speed, stayAt, port, people, quiet: values.quiet } };
}

function tryParse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        speed: { type: "string" },
        "stay-at": { type: "string", default: "netwerk" },
        port: { type: "string" },
        people: { type: "string", default: String(mostPeople) },
        quiet: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    return `${(error as Error).message.split("\n")[0]} Kies uit: --speed, --stay-at, --port, --people, --quiet.`;
  }
}
