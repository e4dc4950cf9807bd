import { execFileSync, spawn } from "node:child_process";
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "node:tls";
import { freePort, root } from "./klankbord.ts";

export const proxies = ["nginx", "caddy"] as const;
export type ProxyName = (typeof proxies)[number];

/** Where a program of Debian is; null when it is not installed. */
export function programOf(name: ProxyName): string | null {
  for (const folder of ["/usr/sbin", "/usr/bin"])
    try {
      accessSync(path.join(folder, name), constants.X_OK);
      return path.join(folder, name);
    } catch {
      // the next folder
    }
  return null;
}

/** A real proxy before a Klankbord that is to come, by the configuration that we ship: only names, ports and certificate are others. */
export async function startProxy(name: ProxyName, to: number) {
  const program = programOf(name);
  if (!program) throw new Error(`${name} is not installed`);
  const folder = mkdtempSync(path.join(tmpdir(), `klankbord-${name}-`));
  const [port, plain] = [await freePort(), await freePort()];
  const file = (...parts: string[]) => path.join(folder, ...parts);
  execFileSync(
    "openssl",
    [
      ...[
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
      ],
      ...["-addext", "subjectAltName=DNS:localhost", "-keyout", file("key.pem"), "-out", file("cert.pem")],
    ],
    { stdio: "ignore" },
  );
  mkdirSync(file("tmp"));
  const shipped = readFileSync(path.join(root, "deploy", name === "nginx" ? "nginx.conf" : "Caddyfile"), "utf8");
  const words = name === "nginx" ? nginx() : caddy();
  const child = spawn(program, words, { stdio: "ignore", env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder } });
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));

  function nginx(): string[] {
    const inner = shipped
      .replaceAll("dialoog.example", "localhost")
      .replace("127.0.0.1:3000", `127.0.0.1:${to}`)
      .replace(/\/etc\/letsencrypt\/live\/localhost\/fullchain\.pem/, file("cert.pem"))
      .replace(/\/etc\/letsencrypt\/live\/localhost\/privkey\.pem/, file("key.pem"))
      .replace(/listen 443/, `listen 127.0.0.1:${port}`)
      .replace(/listen \[::\]:443/, `listen [::1]:${port}`)
      .replace(/listen 80;/, `listen 127.0.0.1:${plain};`)
      .replace(/listen \[::\]:80;/, `listen [::1]:${plain};`);
    const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((one) => `${one}_temp_path ${file("tmp", one)};`);
    writeFileSync(
      file("nginx.conf"),
      `daemon off; worker_processes 1; pid ${file("pid")}; error_log ${file("error.log")};\nevents { worker_connections 512; }\nhttp { access_log off; ${paths.join(" ")}\n${inner}\n}\n`,
    );
    return ["-p", folder, "-e", file("error.log"), "-c", file("nginx.conf")];
  }
  function caddy(): string[] {
    const inner = shipped
      .replace("dialoog.example {", `localhost:${port} {\n\ttls ${file("cert.pem")} ${file("key.pem")}`)
      .replace("127.0.0.1:3000", `127.0.0.1:${to}`);
    writeFileSync(file("Caddyfile"), `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${inner}`);
    return ["run", "--config", file("Caddyfile"), "--adapter", "caddyfile"];
  }

  const ca = readFileSync(file("cert.pem"));
  const ask = (at: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}) =>
    new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string; firstMs: number }>(
      (resolve, reject) => {
        const began = performance.now();
        const { body, ...rest } = options;
        const asked = request({ host: "localhost", port, path: at, ca, agent: false, ...rest }, (answer) => {
          let text = "";
          const firstMs = performance.now() - began;
          answer.setEncoding("utf8").on("data", (part) => {
            text += part;
          });
          answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, firstMs }));
        });
        asked.on("error", reject);
        asked.end(body);
      },
    );
  /** Whether a handshake of this version succeeds. */
  const speaks = (version: "TLSv1.1" | "TLSv1.2" | "TLSv1.3") =>
    new Promise<boolean>((resolve) => {
      const socket = connect(
        {
          host: "localhost",
          servername: "localhost",
          port,
          ca,
          minVersion: version,
          maxVersion: version,
          ciphers: "ALL:@SECLEVEL=0",
        },
        () => {
          resolve(true);
          socket.destroy();
        },
      );
      socket.on("error", () => resolve(false));
    });

  return {
    port,
    plain,
    ca,
    ask,
    speaks,
    origin: `https://localhost:${port}`,
    async ready() {
      for (let at = 0; at < 100; at += 1) {
        const up = await ask("/healthz").then(
          ({ status }) => status === 200,
          () => false,
        );
        if (up) return;
        await sleep(100);
      }
      throw new Error(`${name} does not answer`);
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
