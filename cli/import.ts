import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { invite } from "../app/dialogue/team/members.server.ts";
import { BadExport, faultInOneLine } from "../app/method/polis/polis.ts";
import { importPolis } from "../app/organisation/transfer/polis-import.server.ts";
import { Refused } from "../app/platform/http/refused.ts";
import { importDialogue } from "../app/privacy/transfer/import.server.ts";
import { publishReport } from "../app/report/publish/reports.server.ts";
import { updateAnalysis } from "../app/session/analysis/analyse.server.ts";
import { phaseNames } from "./analyse-json.ts";
import type { Outcome } from "./command.ts";
import { withDatabase } from "./database.ts";
import { progressOn } from "./progress.ts";

const usage = "Gebruik: klankbord import BESTAND [E-MAILADRES VAN DE ORGANISATOR], of: klankbord import polis MAP";

/** Makes a dialogue of somebody else's export. Prints what was made as one JSON object. */
export async function run(args: readonly string[]): Promise<Outcome> {
  const [kind, dir, ...more] = args;
  if (kind && kind !== "polis" && more.length === 0) return takeOver(kind, dir ?? null);
  if (kind !== "polis" || !dir || more.length > 0) return { problem: usage };
  if (!existsSync(dir)) return { problem: `${dir}: deze map is er niet. ${usage}` };
  const started = performance.now();
  return withDatabase(async (db, { origin }) => {
    try {
      const { slug, ...made } = await importPolis(db, dir, (line) => process.stderr.write(`${line}\n`));
      process.stderr.write("Groepen en gedeelde grond zoeken ...\n");
      const progress = progressOn(process.stderr);
      await updateAnalysis(db, made.dialogueId, (phase, done, total) => progress.at(phaseNames[phase], done / total));
      progress.end();
      // A conversation that was held elsewhere has its report at once; a second import finds it there.
      await publishReport(db, made.dialogueId, "command", { number: 1, change: "" });
      return { json: { ...made, slug, report: `${origin}/verslag/${slug}`, ms: Math.round(performance.now() - started) } };
    } catch (error) {
      if (!(error instanceof BadExport)) throw error;
      return { problem: `${faultInOneLine(error.fault)} Er is niets geïmporteerd.` };
    }
  });
}

/** Takes over a dialogue from another installation. Nobody here is in its team yet: who is named gets an invitation to organise it. */
async function takeOver(file: string, organiser: string | null): Promise<Outcome> {
  if (!existsSync(file)) return { problem: `${file}: dit bestand is er niet. ${usage}` };
  const mail = z.email().safeParse(organiser ?? "niemand@voorbeeld.example");
  if (!mail.success) return { problem: `${organiser}: dit is geen e-mailadres. ${usage}` };
  return withDatabase(async (db, { origin, languages }): Promise<Outcome> => {
    try {
      const made = await importDialogue(db, readFileSync(file, "utf8").split("\n"));
      const address = `${origin}/team/${made.slug}`;
      if (organiser === null) return { json: { ...made, address } };
      const at = { dialogueId: made.dialogueId, by: "command" as const };
      const invited = await invite(db, at, {
        name: organiser.split("@")[0] ?? "",
        mail: organiser,
        role: "organiser",
        locale: languages[0] ?? "nl",
      });
      return { json: { ...made, address, organiser: invited } };
    } catch (error) {
      if (error instanceof Refused) return { problem: `${refusals[error.code] ?? error.code} Er is niets geïmporteerd.` };
      throw error;
    }
  });
}

const refusals: Readonly<Record<string, string>> = {
  "bad-file": "Dit is geen bestand van klankbord export.",
  "other-version": "Dit bestand komt van een andere versie van Klankbord.",
  "there-already": "Deze dialoog is er al.",
};
