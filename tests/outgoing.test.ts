import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readEnvironment } from "../app/platform/environment.ts";

const app = path.resolve(import.meta.dirname, "../app");
const serverFiles = (readdirSync(app, { recursive: true }) as string[]).filter(
  (file) => /\.(server|process)\.tsx?$/.test(file) && !file.includes(".test."),
);

/** A route that fetches does so in the browser, from ourselves. Who asks another machine for something; each takes the address from a setting, never from a request. */
const asks: Readonly<Record<string, string>> = {
  "themes/suggestions/embeddings.server.ts": "EMBEDDINGS_URL",
  "report/review/proposer.server.ts": "LLM_URL",
  "organisation/sign-in/oidc-client.server.ts": "OIDC_ISSUER",
  "platform/mail/send.server.ts": "SMTP_URL",
  "session/video/providers/livekit-api.server.ts": "LIVEKIT_URL",
  // what an administrator typed: public addresses only, and what is named in the environment
  "platform/webhooks/post-out.server.ts": "WEBHOOK_HOSTS",
  "organisation/api/token.server.ts": "OIDC_ISSUER",
  "platform/traces.server.ts": "OTEL_EXPORTER_OTLP_ENDPOINT",
  "platform/files/object-store.server.ts": "STORAGE_URL",
  "platform/files/clamav.server.ts": "CLAMAV_URL",
};

test("only what is set in the environment is asked of other machines", () => {
  const asking = serverFiles.filter((file) =>
    /\bfetch\(|(?<!")\bhttps?\.(get|request)\b|from "openid-client"|from "nodemailer"|\bconnect\(\{ host|import\("jose"\)|\bundici\b/.test(
      readFileSync(path.join(app, file), "utf8"),
    ),
  );
  expect(asking.toSorted()).toEqual(Object.keys(asks).toSorted());
  for (const [file, name] of Object.entries(asks)) {
    const text = readFileSync(path.join(app, file), "utf8");
    expect(text, `${file}: ${name}`).not.toMatch(/formData|request\.(url|headers)|LoaderArgs|ActionArgs/);
  }
});

const settings = [
  "ORIGIN",
  "DATABASE_URL",
  "SMTP_URL",
  "THEME_CSS_URL",
  "EMBEDDINGS_URL",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "LLM_URL",
  "OIDC_ISSUER",
  "LIVEKIT_URL",
  "STORAGE_URL",
  "CLAMAV_URL",
];
const rest = { OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };

test.each(settings)("%s takes no address that reads a file or runs a script", (name) => {
  for (const wrong of [
    ...["file:///etc/passwd", "gopher://127.0.0.1:25/", "javascript:alert(1)", "data:text/css,x", "ftp://elders.example/"],
    ...["dict://127.0.0.1:11211/", "niets"],
  ]) {
    const read = readEnvironment({ ...rest, [name]: wrong });
    expect(read.ok, `${name}=${wrong}`).toBe(false);
    if (!read.ok) expect(read.line).toMatch(new RegExp(`^${name} heeft een verkeerde waarde`));
  }
});
