import { parseArgs } from "node:util";
import { type Broken, verifyAudit } from "../app/organisation/audit/verify.server.ts";
import type { Outcome } from "./command.ts";
import { withDatabase } from "./database.ts";

const usage = "Gebruik: klankbord verify-audit [--head KENMERK ...] [--json]";

/** Goes through the whole log. A line that is not as it was: exit 2, with the first one named. */
export async function run(args: readonly string[]): Promise<Outcome> {
  let values: { head?: string[]; json?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { head: { type: "string", multiple: true }, json: { type: "boolean" } },
    }));
  } catch {
    return { problem: usage };
  }
  const heads = values.head ?? [];
  if (heads.some((head) => !/^[0-9a-f]{64}$/i.test(head)))
    return { problem: `${usage}. Een kenmerk heeft 64 tekens: cijfers en de letters a tot en met f.` };
  return withDatabase(async (db): Promise<Outcome> => {
    // as it is at one moment: lines are sealed and taken to the archive meanwhile
    const { broken, ...found } = await db.transaction((tx) => verifyAudit(tx, heads), {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    });
    if (broken) return { problem: sentence(broken) };
    if (values.json) return { json: found };
    const lines = (count: number) => (count === 1 ? "1 regel" : `${count} regels`);
    const seals = found.seals === 1 ? "1 zegel" : `${found.seals} zegels`;
    return {
      text: [
        `Het logboek klopt: ${lines(found.sealed)} onder ${seals}, ${lines(found.unsealed)} nog zonder zegel.`,
        ...(found.head ? [`Bewaar dit kenmerk ergens anders, en geef het de volgende keer mee met --head: ${found.head}`] : []),
      ].join("\n"),
    };
  });
}

function sentence(broken: Broken): string {
  switch (broken.why) {
    case "line-changed":
      return `Regel ${broken.seq} van ${broken.scope} is gewijzigd nadat die werd verzegeld.`;
    case "line-missing":
      return `Regel ${broken.seq} van ${broken.scope} ontbreekt.`;
    case "line-added":
      return `Regel ${broken.seq} van ${broken.scope} hoort er niet bij: zo ver is deze reeks niet.`;
    case "seal":
      return `Zegel ${broken.number} is gewijzigd of ontbreekt.`;
    case "archive":
      return `Het archief van ${broken.month} is niet te lezen.`;
    case "head":
      return "Een kenmerk dat u meegaf, ligt niet in de keten: de zegels zijn daarna opnieuw gemaakt.";
  }
}
