import { execFileSync, spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort, root } from "./klankbord.ts";
import { until } from "./until.ts";

/** Debian's coturn; null when it is not installed. */
export function turnProgram(): string | null {
  for (const folder of ["/usr/bin", "/usr/sbin"])
    try {
      accessSync(path.join(folder, "turnserver"), constants.X_OK);
      return path.join(folder, "turnserver");
    } catch {
      // the next folder
    }
  return null;
}

export const secret = "een-geheim-van-de-proef";

/**
 * A real TURN server by the configuration that we ship, on this machine only: addresses, ports and certificate are others, and it may pass
 * on to this machine, which coturn refuses unless it is told.
 */
export async function startTurn() {
  const program = turnProgram();
  if (!program) throw new Error("coturn is not installed");
  const folder = mkdtempSync(path.join(tmpdir(), "klankbord-turn-"));
  const [port, tls] = [await freePort(), await freePort()];
  const file = (name: string) => path.join(folder, name);
  const key = "-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost";
  const names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
  execFileSync("openssl", ["req", ...key.split(" "), ...names, "-keyout", file("key.pem"), "-out", file("cert.pem")], {
    stdio: "ignore",
  });
  const own = readFileSync(path.join(root, "deploy/turnserver.conf"), "utf8")
    .replaceAll(/203\.0\.113\.\d/g, "127.0.0.1")
    .replace("listening-port=3478", `listening-port=${port}`)
    .replace("tls-listening-port=443", `tls-listening-port=${tls}`)
    .replace(/^cert=.*$/m, `cert=${file("cert.pem")}`)
    .replace(/^pkey=.*$/m, `pkey=${file("key.pem")}`)
    .replace("static-auth-secret=CHANGE-THIS", `static-auth-secret=${secret}`);
  const here = ["allow-loopback-peers", `pidfile=${file("pid")}`, `userdb=${file("db")}`, "log-file=stdout"];
  writeFileSync(file("turnserver.conf"), [own, ...here, ""].join("\n"), { mode: 0o600 });
  const child = spawn(program, ["-c", file("turnserver.conf")], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await until(() => said.includes("Relay ports initialization done") || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(said);
  return {
    /** by the way to it */
    urls: {
      udp: `turn:127.0.0.1:${port}?transport=udp`,
      tcp: `turn:127.0.0.1:${port}?transport=tcp`,
      tls: `turns:127.0.0.1:${tls}?transport=tcp`,
    },
    said: () => said,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
