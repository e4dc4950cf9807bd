import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const version = "0.4.0";
const script = path.join(import.meta.dirname, "red-dwarf.py");

export interface RedDwarf {
  /** One run of its whole pipeline on a wide file, in a process of its own; null when it fails. */
  run(file: string): { readonly ms: number; readonly mib: number } | null;
}

/**
 * Puts red-dwarf, the best known other reading of the method, in a virtual environment.
 * @returns null where that cannot be; a line on stderr says why
 */
export function installRedDwarf(dir: string): RedDwarf | null {
  const skip = (why: string) => {
    console.error(`red-dwarf ${version} doet niet mee: ${why}.`);
    return null;
  };
  if (!works("python3", ["--version"])) return skip("Python 3 is er niet");
  const venv = path.join(dir, "red-dwarf");
  const make = () => works("python3", ["-m", "venv", venv]);
  if (!make() && !(canInstall() && works("apt-get", ["install", "-y", "-q", "python3-venv"]) && make()))
    return skip("er is geen python3-venv, en dat is hier niet te installeren");
  const python = path.join(venv, "bin/python");
  console.error(`red-dwarf ${version} wordt geïnstalleerd ...`);
  if (!works(python, ["-m", "pip", "install", "-q", "--disable-pip-version-check", `red-dwarf==${version}`]))
    return skip("pip kan het niet ophalen");
  return {
    run(file) {
      const made = spawnSync(python, [script, file], { encoding: "utf8" });
      return made.status === 0 ? JSON.parse(made.stdout) : skip(made.stderr.trim().split("\n").at(-1) ?? "het stopte");
    },
  };
}

const works = (command: string, args: readonly string[]) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") && works("apt-get", ["update", "-q"]);
}
