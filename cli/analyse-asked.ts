import { parseArgs } from "node:util";
import type { Locale, Same } from "../app/language/locale.ts";

/** What the command line asks of `analyse`. */
export interface Asked {
  readonly from:
    | { readonly votes: string; readonly comments: string | null }
    | { readonly dialogue: string; readonly result: string | null };
  readonly groups: number | null;
  readonly seed: number;
  readonly withNull: boolean;
  readonly json: boolean;
  readonly language: Locale;
}

const nl = {
  usage:
    "Gebruik: klankbord analyse --votes participants-votes.csv [--comments comments.csv] [--groups K] [--seed N] [--no-null] [--lang en] [--json], of --dialogue DIALOOG [--result NUMMER] in plaats van --votes",
  source: "geef --votes of --dialogue",
  groups: (given: string) => `--groups "${given}": geef 2, 3, 4 of 5`,
  seed: (given: string) => `--seed "${given}": geef een heel getal van hooguit negen cijfers`,
  language: (given: string) => `--lang "${given}": geef nl of en`,
  comments: "--comments hoort bij --votes",
  result: "--result hoort bij --dialogue",
};
const en: Same<typeof nl> = {
  usage:
    "Usage: klankbord analyse --votes participants-votes.csv [--comments comments.csv] [--groups K] [--seed N] [--no-null] [--lang en] [--json], or --dialogue DIALOGUE [--result NUMBER] in place of --votes",
  source: "give --votes or --dialogue",
  groups: (given) => `--groups "${given}": give 2, 3, 4 or 5`,
  seed: (given) => `--seed "${given}": give a whole number of nine digits at most`,
  language: (given) => `--lang "${given}": give nl or en`,
  comments: "--comments belongs with --votes",
  result: "--result belongs with --dialogue",
};

export function readArguments(args: readonly string[]): Asked | { readonly problem: string } {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    votes: text,
    comments: text,
    dialogue: text,
    result: text,
    groups: text,
    seed: text,
    lang: text,
    "no-null": flag,
    json: flag,
  };
  const say = asksEnglish(args) ? en : nl;
  const refused = (what: string) => ({ problem: `${what}. ${say.usage}` });
  let given: Partial<Record<keyof typeof options, string | boolean>>;
  try {
    given = parseArgs({ args: [...args], options }).values;
  } catch (fault) {
    return { problem: `${(fault as Error).message.split("\n")[0]} ${say.usage}` }; // parseArgs throws TypeErrors only
  }
  const of = (name: keyof typeof options) => (typeof given[name] === "string" ? (given[name] as string) : null);
  const [votes, dialogue, groups, seed, language] = [
    of("votes"),
    of("dialogue"),
    of("groups"),
    of("seed") ?? "1",
    of("lang") ?? "nl",
  ];
  if ((votes === null) === (dialogue === null)) return refused(say.source);
  if (groups !== null && !/^[2-5]$/.test(groups)) return refused(say.groups(groups));
  if (!/^-?\d{1,9}$/.test(seed)) return refused(say.seed(seed));
  if (language !== "nl" && language !== "en") return refused(say.language(language));
  if (votes === null && of("comments")) return refused(say.comments);
  if (votes !== null && of("result")) return refused(say.result);
  return {
    from: votes === null ? { dialogue: dialogue ?? "", result: of("result") } : { votes, comments: of("comments") },
    groups: groups === null ? null : Number(groups),
    seed: Number(seed),
    withNull: given["no-null"] !== true,
    json: given.json === true,
    language,
  };
}

/** Asked for before the rest is read, so that a refusal of the rest is in it. */
function asksEnglish(args: readonly string[]): boolean {
  return args.some((word, at) => word === "--lang=en" || (word === "--lang" && args[at + 1] === "en"));
}
