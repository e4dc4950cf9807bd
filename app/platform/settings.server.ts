import { readFileSync } from "node:fs";
import { readEnvironment } from "./environment.ts";

/** What is a secret, or holds one: each can come from a file as well, named by the variable with _FILE behind it. */
export const secretNames = [
  "DATABASE_URL",
  "SMTP_URL",
  "MAIL_RETURN_TOKEN",
  "REPLY_TOKEN",
  "METRICS_TOKEN",
  "OIDC_CLIENT_SECRET",
  "LIVEKIT_SECRET",
  "ICE_SERVERS",
  "STORAGE_URL",
  "LLM_KEY",
  "OTEL_EXPORTER_OTLP_HEADERS",
] as const;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The settings of the process, with secrets from files: of a vault, of systemd (LoadCredential) or of the engine of a container.
 * @returns the settings, or one line that names the variable and the remedy
 */
export function readSettings(env: Env): ReturnType<typeof readEnvironment> {
  const whole: Record<string, string | undefined> = { ...env };
  for (const name of secretNames) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    if (env[name]) return { ok: false, line: `${name} en ${name}_FILE zijn beide gegeven: kies er een.` };
    try {
      whole[name] = readFileSync(file, "utf8").trim();
    } catch (error) {
      return { ok: false, line: `${name}_FILE kan niet gelezen worden (${(error as NodeJS.ErrnoException).code ?? "fout"}).` };
    }
    if (whole[name] === "") return { ok: false, line: `${name}_FILE wijst naar een leeg bestand.` };
  }
  return readEnvironment(whole);
}
