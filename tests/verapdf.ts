import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";

const artifact = "org.verapdf.apps:greenfield-apps:1.28.2";
const folder = path.join(homedir(), ".m2/repository/org/verapdf/apps/greenfield-apps");

export const veraIsMissing = `no Java or no veraPDF here; get it by: mvn dependency:get -Dtransitive=false -Dartifact=${artifact}`;

/** The jar of veraPDF, from `VERAPDF` or where Maven keeps it; null where that or Java is missing. */
export function findVeraPdf(): string | null {
  const known = process.env.VERAPDF ?? newest();
  if (!known || !existsSync(known)) return null;
  try {
    execFileSync("java", ["-version"], { stdio: "ignore" });
    return known;
  } catch {
    return null;
  }
}

function newest(): string | null {
  if (!existsSync(folder)) return null;
  const [version] = readdirSync(folder).sort().reverse();
  return version ? path.join(folder, version, `greenfield-apps-${version}.jar`) : null;
}

/** @returns its line: PASS or FAIL with the name of the file */
export async function validate(jar: string, bytes: Uint8Array): Promise<string> {
  const kept = mkdtempSync(path.join(tmpdir(), "klankbord-pdf-"));
  try {
    const file = path.join(kept, "verslag.pdf");
    writeFileSync(file, bytes);
    const asked = ["-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper", "--flavour", "ua1", "--format", "text", "-v", file];
    return await new Promise((done) => {
      execFile("java", asked, (_, out, said) => done(out.trim() || said));
    });
  } finally {
    rmSync(kept, { recursive: true, force: true });
  }
}
