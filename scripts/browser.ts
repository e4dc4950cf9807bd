import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";

// First the one without windows: the same engine, a fifth less work.
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Where a Chromium is: CHROMIUM, else one on the path, else Debian's, else Playwright's own. Fetches it when there is none. */
export async function getBrowser(say: (line: string) => void = console.error): Promise<string> {
  return onPath() ?? fromDebian(say) ?? (await fromPlaywright(say));
}

/** Chromium's sandbox refuses to work for root. */
export const browserArguments: string[] = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

function onPath(): string | undefined {
  const asked = process.env.CHROMIUM;
  if (asked && !runnable(asked)) throw new Error(`CHROMIUM=${asked}: no such program.`);
  const folders = (process.env.PATH ?? "").split(path.delimiter).concat("/usr/bin");
  return asked || folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(runnable);
}

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function fromDebian(say: (line: string) => void): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  say("No browser found: installing Debian's chromium");
  const apt = (...words: string[]) =>
    execFileSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=300", ...words], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", 2, 2],
    });
  for (const step of [["update"], ...["chromium-headless-shell", "chromium"].map(install)]) {
    if (step[0] === "install" && onPath()) break;
    try {
      apt(...step);
    } catch (error) {
      say(`apt-get ${step[0]} failed: ${(error as Error).message}`);
    }
  }
  return onPath();
}

const install = (name: string): string[] => ["install", "-y", "--no-install-recommends", name, "fonts-dejavu-core"];

async function fromPlaywright(say: (line: string) => void): Promise<string> {
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  say("No browser found: fetching Playwright's chromium");
  const command = path.resolve(import.meta.dirname, "../node_modules/@playwright/test/cli.js");
  execFileSync(process.execPath, [command, "install", "--with-deps", "chromium"], { stdio: ["ignore", 2, 2] });
  if (!existsSync(own)) throw new Error("No browser: install chromium, or set CHROMIUM to where it is.");
  return own;
}
