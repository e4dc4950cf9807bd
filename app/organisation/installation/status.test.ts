import { expect, test } from "vitest";
import { type Facts, judge } from "./status.ts";

const now = new Date("2026-04-16T09:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const gigabytes = (n: number) => n * 1024 ** 3;
const aDay = 24 * 60;

const calm: Facts = {
  now,
  mail: { leaves: true, sentAt: ago(5), failedAt: null, failedToday: 0, lateSince: null },
  jobs: { lateSince: null, gaveUp: 0 },
  disk: { free: gigabytes(40), total: gigabytes(80) },
  backupAt: ago(aDay),
  databaseMs: 2,
  hooks: { all: 2, failing: 0, gone: 0 },
  media: { by: "relay", tested: 9, through: 8, udp: 6 },
};
const told = (facts: Partial<Facts>, part: string) => {
  const found = judge({ ...calm, ...facts }).find((one) => one.part === part);
  return found && `${found.health} ${found.code}`;
};

test("an installation that does well says so in each part", () => {
  expect(judge(calm).map(({ health }) => health)).toEqual(Array(7).fill("good"));
});

test.each([
  [{ leaves: false }, "warn mail.inside"],
  [{ sentAt: null }, "good mail.none-yet"],
  [{ failedToday: 2, failedAt: ago(30), sentAt: ago(5) }, "warn mail.some"],
  [{ failedToday: 2, failedAt: ago(5), sentAt: ago(30) }, "bad mail.fails"],
  [{ failedToday: 2, failedAt: ago(5), sentAt: null }, "bad mail.fails"],
  [{ lateSince: ago(10) }, "good mail.good"],
  [{ lateSince: ago(20) }, "bad mail.late"],
])("mail %j: %s", (mail, expected) => {
  expect(told({ mail: { ...calm.mail, ...mail } }, "mail")).toBe(expected);
});

test.each([
  [{ lateSince: ago(4), gaveUp: 0 }, "good jobs.good"],
  [{ lateSince: ago(6), gaveUp: 0 }, "bad jobs.late"],
  [{ lateSince: null, gaveUp: 1 }, "warn jobs.gave-up"],
])("jobs %j: %s", (jobs, expected) => {
  expect(told({ jobs }, "jobs")).toBe(expected);
});

test.each([
  [null, "unknown disk.elsewhere"],
  [{ free: gigabytes(1), total: gigabytes(8) }, "warn disk.low"],
  [{ free: gigabytes(50), total: gigabytes(1000) }, "warn disk.low"],
  [{ free: gigabytes(0.2), total: gigabytes(8) }, "bad disk.full"],
])("disk %j: %s", (disk, expected) => {
  expect(told({ disk }, "disk")).toBe(expected);
});

test("a backup may be missing, old, or somebody else's work", () => {
  expect(told({ backupAt: null }, "backup")).toBe("bad backup.never");
  expect(told({ backupAt: ago(3 * aDay) }, "backup")).toBe("warn backup.old");
  expect(told({ backupAt: ago(9 * aDay) }, "backup")).toBe("bad backup.old");
  expect(told({ backupAt: null, disk: null }, "backup")).toBe("unknown backup.elsewhere");
  expect(told({ backupAt: ago(aDay), disk: null }, "backup")).toBe("good backup.good");
});

test("a slow database shows", () => {
  expect(told({ databaseMs: 800 }, "database")).toBe("warn database.slow");
});

test.each([
  [{ all: 0, failing: 0, gone: 0 }, undefined],
  [{ all: 2, failing: 1, gone: 1 }, "bad hooks.failing"],
  [{ all: 2, failing: 0, gone: 1 }, "warn hooks.gone"],
])("addresses of other programs %j: %s", (hooks, expected) => {
  expect(told({ hooks }, "hooks")).toBe(expected);
});

test.each([
  [{ by: "nobody", tested: 0, through: 0, udp: 0 }, "good media.off"],
  [{ by: "relay", tested: 2, through: 0, udp: 0 }, "unknown media.untested"],
  [{ by: "relay", tested: 3, through: 0, udp: 0 }, "bad media.blocked"],
  [{ by: "livekit", tested: 3, through: 1, udp: 0 }, "warn media.detour"],
  [{ by: "livekit", tested: 1, through: 1, udp: 1 }, "good media.good"],
] as const)("sound and picture %j: %s", (media, expected) => {
  expect(told({ media }, "media")).toBe(expected);
});
