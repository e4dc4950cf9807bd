import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Measure } from "./measure.ts";
import { inventTexts } from "./themes-texts.ts";

const run = promisify(execFile);
/** As the worker of a server has it (app/themes/suggestions/suggesting.server.ts). */
const young = "--max-semi-space-size=8";
type Figures = Readonly<Record<string, number>>;

/**
 * Near-duplicates and suggestions for 20,000 and 50,000 synthetic texts, similar needs among 20,000, each in a process of its own; and the
 * first two with scikit-learn on the same texts, where there is Python.
 */
export default async function* themes(): AsyncGenerator<Measure> {
  const folder = await mkdtemp(path.join(tmpdir(), "klankbord-themes-"));
  try {
    const files = new Map<number, string>();
    for (const count of [20_000, 50_000]) {
      const file = path.join(folder, `${count}.json`);
      await writeFile(file, JSON.stringify(inventTexts(count)));
      files.set(count, file);
    }
    const small = files.get(20_000) ?? "";
    const ours = await measured(process.execPath, [young, path.join(import.meta.dirname, "themes-run.ts"), small, "all"]);
    const theirs = await withSklearn(folder, small);
    for (const [name, value] of Object.entries(ours))
      yield { name: `themes.20k.${name}`, value, unit: unitOf(name), ...(theirs?.[name] ? { against: theirs[name] } : {}) };
    const large = await measured(process.execPath, [
      path.join(import.meta.dirname, "themes-run.ts"),
      files.get(50_000) ?? "",
      "all",
    ]);
    for (const [name, value] of Object.entries(large)) yield { name: `themes.50k.${name}`, value, unit: unitOf(name) };
    const sum = (figures: Figures) => (figures["duplicates-ms"] ?? 0) + (figures["suggestions-ms"] ?? 0);
    yield { name: "themes.50k.total-ms", value: sum(large), unit: "ms" };
    // 1 is straight: two and a half times the texts in two and a half times the time
    yield { name: "themes.growth", value: Math.log(sum(large) / sum(ours)) / Math.log(2.5), unit: "power" };
    const similar = await measured(process.execPath, [young, path.join(import.meta.dirname, "themes-run.ts"), small, "similar"]);
    for (const [name, value] of Object.entries(similar))
      yield { name: `themes.${name === "mib" ? "similar.mib" : name}`, value, unit: unitOf(name) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const unitOf = (name: string) => (name === "mib" ? "MiB" : name.endsWith("-ms") ? "ms" : "share");

async function measured(command: string, args: readonly string[]): Promise<Figures> {
  const { stdout } = await run(command, args, { maxBuffer: 1 << 24 });
  return JSON.parse(stdout) as Figures; // of our own two programs
}

/** In a virtual environment of its own, that goes with the folder. */
async function withSklearn(folder: string, file: string): Promise<Figures | null> {
  const python = path.join(folder, "venv/bin/python");
  try {
    await run("python3", ["-m", "venv", path.join(folder, "venv")]);
    await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "scikit-learn==1.9.1"]);
  } catch (fault) {
    const why = (fault as NodeJS.ErrnoException).code === "ENOENT" ? "er is geen python3" : "het is niet te installeren";
    console.error(`themes: niet naast scikit-learn gelegd, want ${why}`);
    return null;
  }
  return measured(python, [path.join(import.meta.dirname, "themes-sklearn.py"), file]);
}
