import { parseArgs } from "node:util";

/** What the command line asks of `analyse`. */
export interface Asked {
  readonly from:
    | { readonly votes: string; readonly comments: string | null }
    | { readonly dialogue: string; readonly result: string | null };
  readonly groups: number | null;
  readonly seed: number;
  readonly withNull: boolean;
  readonly json: boolean;
  readonly language: "nl" | "en";
}

export const usage =
  "Gebruik: klankbord analyse --votes participants-votes.csv [--comments comments.csv] [--groups K] [--seed N] [--no-null] [--lang en] [--json], of --dialogue DIALOOG [--result NUMMER] in plaats van --votes";

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
  let given: Partial<Record<keyof typeof options, string | boolean>>;
  try {
    given = parseArgs({ args: [...args], options }).values;
  } catch (fault) {
    return { problem: `${(fault as Error).message.split("\n")[0]} ${usage}` }; // parseArgs throws TypeErrors only
  }
  const of = (name: keyof typeof options) => (typeof given[name] === "string" ? (given[name] as string) : null);
  const [votes, dialogue, groups, seed, language] = [
    of("votes"),
    of("dialogue"),
    of("groups"),
    of("seed") ?? "1",
    of("lang") ?? "nl",
  ];
  if ((votes === null) === (dialogue === null)) return { problem: `geef --votes of --dialogue. ${usage}` };
  if (groups !== null && !/^[2-5]$/.test(groups)) return { problem: `--groups "${groups}": geef 2, 3, 4 of 5. ${usage}` };
  if (!/^-?\d{1,9}$/.test(seed)) return { problem: `--seed "${seed}": geef een heel getal van hooguit negen cijfers. ${usage}` };
  if (language !== "nl" && language !== "en") return { problem: `--lang "${language}": geef nl of en. ${usage}` };
  const lone =
    votes === null ? of("comments") && "--comments hoort bij --votes" : of("result") && "--result hoort bij --dialogue";
  if (lone) return { problem: `${lone}. ${usage}` };
  return {
    from: votes === null ? { dialogue: dialogue ?? "", result: of("result") } : { votes, comments: of("comments") },
    groups: groups === null ? null : Number(groups),
    seed: Number(seed),
    withNull: given["no-null"] !== true,
    json: given.json === true,
    language,
  };
}
