import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { makeMetrics } from "../app/platform/metrics.server.ts";

const deploy = path.resolve(import.meta.dirname, "../deploy");
const read = (file: string) => readFileSync(path.join(deploy, file), "utf8");

test("the service has an account of its own, and may do little", () => {
  const unit = read("klankbord.service");
  for (const line of [
    ...["User=klankbord", "Group=klankbord", "EnvironmentFile=/etc/klankbord.env", "UMask=0077", "StateDirectoryMode=0700"],
    ...["NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes"],
    ...["RestrictNamespaces=yes", "SystemCallFilter=@system-service"],
  ])
    expect(unit.split("\n")).toContain(line);
  const compose = read("compose.yaml").split(/\n {2}(?=\w+:\n)/)[1] ?? "";
  for (const line of ["read_only: true", "cap_drop: [ALL]", 'security_opt: ["no-new-privileges:true"]'])
    expect(compose).toContain(line);
});

test("a backup each night and a command beside the service run as its user, with its settings", () => {
  const [command, backup] = [read("klankbord"), read("klankbord-backup.service")];
  for (const text of [command, backup]) {
    expect(text).toContain("EnvironmentFile=/etc/klankbord.env");
    expect(text).toContain("DATA_DIR=/var/lib/klankbord");
    expect(text).toContain("NODE_USE_SYSTEM_CA=1");
  }
  expect(command).toContain("--uid=klankbord --gid=klankbord");
  expect(statSync(path.join(deploy, "klankbord")).mode & 0o111).toBe(0o111);
  for (const line of ["User=klankbord", "UMask=0077", "ProtectSystem=strict", "ReadWritePaths=/backups"])
    expect(backup.split("\n")).toContain(line);
});

test("alarms are about figures that are there", async () => {
  const pool = { totalCount: 0, idleCount: 0, waitingCount: 0, query: () => Promise.reject(new Error("away")) };
  const none = () => 0;
  const text = await (await makeMetrics({ pool: pool as never, sockets: none, ticks: none, seen: none }).text()).text();
  const known = new Set(
    [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name, kind]) => (kind === "histogram" ? [`${name}_count`] : [name])),
  );
  const asked = [...read("alarms.yaml").matchAll(/klankbord_\w+/g)].map(([name]) => name);
  expect(asked.length).toBeGreaterThan(6);
  expect(asked.filter((name) => !known.has(name))).toEqual([]);
});

test("an image holds what runs, and neither tests nor a demo", () => {
  const stages = read("Dockerfile").split(/^FROM /m);
  const last = stages.at(-1) ?? "";
  expect(stages.length).toBeGreaterThan(2);
  expect(last).toMatch(/^USER 1000$/m);
  const copied = [...last.matchAll(/^COPY --from=build \/opt\/klankbord\/(\S+)/gm)].map(([, what]) => what);
  expect(copied.toSorted()).toEqual(["app", "build", "cli", "node_modules", "package.json", "scripts"]);
  expect(read("Dockerfile")).toContain("npm prune --omit=dev");
  expect(last).not.toMatch(/apt-get|npm (ci|install)|COPY \./);
});
