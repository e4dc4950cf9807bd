import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

export const officeIsMissing =
  "no LibreOffice here; get it by: apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui";

/** The program, from `SOFFICE` or the path; null where it is missing. */
export function findOffice(): string | null {
  const known = process.env.SOFFICE ?? "soffice";
  try {
    execFileSync(known, ["--version"], { stdio: "ignore" });
    return known;
  } catch {
    return null;
  }
}

/**
 * Opens a file in LibreOffice and saves it as another form.
 * @param to a form by its ending, with its filter where it has more: `txt:Text (encoded):UTF8`
 * @returns what was saved
 */
export async function convert(
  office: string,
  file: { readonly bytes: Uint8Array; readonly ending: string },
  to: string,
): Promise<Buffer> {
  const kept = mkdtempSync(path.join(tmpdir(), "klankbord-office-"));
  try {
    const from = path.join(kept, `verslag.${file.ending}`);
    writeFileSync(from, file.bytes);
    // a profile of its own: two at once would wait for each other
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(kept, "profile")).href}`;
    const asked = [profile, "--headless", "--norestore", "--convert-to", to, "--outdir", kept, from];
    await new Promise<void>((done, fail) => {
      execFile(office, asked, { timeout: 170_000 }, (error, _, said) =>
        error ? fail(new Error(said || String(error))) : done(),
      );
    });
    return readFileSync(path.join(kept, `verslag.${to.split(":")[0]}`));
  } finally {
    rmSync(kept, { recursive: true, force: true });
  }
}
