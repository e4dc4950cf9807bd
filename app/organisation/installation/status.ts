/** What is known of an installation at one moment. */
export interface Facts {
  readonly now: Date;
  readonly mail: {
    /** Whether mail leaves the installation at all. */
    readonly leaves: boolean;
    readonly sentAt: Date | null;
    readonly failedAt: Date | null;
    readonly failedToday: number;
    /** Since when the oldest should have left. */
    readonly lateSince: Date | null;
  };
  readonly jobs: { readonly lateSince: Date | null; readonly gaveUp: number };
  /** Bytes, where the installation keeps its data; null when the database is elsewhere. */
  readonly disk: { readonly free: number; readonly total: number } | null;
  readonly backupAt: Date | null;
  readonly databaseMs: number;
  /** Addresses of other programs: how many there are, and how many keep failing or said that they are gone. */
  readonly hooks: { readonly all: number; readonly failing: number; readonly gone: number };
  /** Of the tests that people did of their connection these last thirty days: how many came through, by UDP or not. */
  readonly media: {
    readonly by: "nobody" | "relay" | "livekit";
    readonly tested: number;
    readonly through: number;
    readonly udp: number;
  };
}

/** `unknown`: what the installation cannot see for itself. */
export type Health = "good" | "warn" | "bad" | "unknown";
type StatusCode =
  | ("mail.good" | "mail.none-yet" | "mail.inside" | "mail.some" | "mail.fails" | "mail.late")
  | ("jobs.good" | "jobs.gave-up" | "jobs.late")
  | ("disk.good" | "disk.low" | "disk.full" | "disk.elsewhere")
  | ("backup.good" | "backup.old" | "backup.never" | "backup.elsewhere")
  | ("database.good" | "database.slow")
  | ("media.off" | "media.untested" | "media.good" | "media.detour" | "media.blocked")
  | ("hooks.good" | "hooks.failing" | "hooks.gone");
export interface Finding {
  readonly part: "mail" | "jobs" | "disk" | "backup" | "database" | "media" | "hooks";
  readonly health: Health;
  readonly code: StatusCode;
}

const aMinute = 60_000;
const aDay = 24 * 60 * aMinute;
const aGigabyte = 1024 ** 3;
const since = ({ now }: Facts, at: Date | null): number => (at ? now.getTime() - at.getTime() : 0);

/** How an installation is doing, part by part, in the order in which they are told. */
export const judge = (facts: Facts): Finding[] => [
  ofMail(facts),
  ofJobs(facts),
  ofDatabase(facts),
  ofDisk(facts),
  ofBackup(facts),
  ofMedia(facts),
  ...ofHooks(facts),
];

function ofMail(facts: Facts): Finding {
  const { leaves, sentAt, failedAt, failedToday, lateSince } = facts.mail;
  const say = (health: Health, code: StatusCode): Finding => ({ part: "mail", health, code });
  if (!leaves) return say("warn", "mail.inside");
  if (since(facts, lateSince) > 15 * aMinute) return say("bad", "mail.late");
  if (failedToday > 0 && failedAt && (!sentAt || failedAt > sentAt)) return say("bad", "mail.fails");
  if (failedToday > 0) return say("warn", "mail.some");
  return say("good", sentAt ? "mail.good" : "mail.none-yet");
}

function ofJobs(facts: Facts): Finding {
  const say = (health: Health, code: StatusCode): Finding => ({ part: "jobs", health, code });
  if (since(facts, facts.jobs.lateSince) > 5 * aMinute) return say("bad", "jobs.late");
  return facts.jobs.gaveUp > 0 ? say("warn", "jobs.gave-up") : say("good", "jobs.good");
}

function ofDatabase({ databaseMs }: Facts): Finding {
  const slow = databaseMs > 500;
  return { part: "database", health: slow ? "warn" : "good", code: slow ? "database.slow" : "database.good" };
}

function ofDisk({ disk }: Facts): Finding {
  const say = (health: Health, code: StatusCode): Finding => ({ part: "disk", health, code });
  if (!disk) return say("unknown", "disk.elsewhere");
  if (disk.free < aGigabyte / 4 || disk.free < 0.02 * disk.total) return say("bad", "disk.full");
  return disk.free < 2 * aGigabyte || disk.free < 0.1 * disk.total ? say("warn", "disk.low") : say("good", "disk.good");
}

/** A database elsewhere has tools of its own; we only know of the backups that we make. */
function ofBackup(facts: Facts): Finding {
  const say = (health: Health, code: StatusCode): Finding => ({ part: "backup", health, code });
  if (!facts.backupAt) return facts.disk ? say("bad", "backup.never") : say("unknown", "backup.elsewhere");
  const old = since(facts, facts.backupAt);
  if (old <= 2 * aDay) return say("good", "backup.good");
  return facts.disk ? say(old > 8 * aDay ? "bad" : "warn", "backup.old") : say("unknown", "backup.elsewhere");
}

/** Too few tests say more of somebody's network than of ours. */
const enoughTests = 3;

/** Whether ports are open can only be seen from outside: by who tests a connection. */
function ofMedia({ media }: Facts): Finding {
  const say = (health: Health, code: StatusCode): Finding => ({ part: "media", health, code });
  if (media.by === "nobody") return say("good", "media.off");
  if (media.udp > 0) return say("good", "media.good");
  if (media.tested < enoughTests) return say("unknown", "media.untested");
  return media.through > 0 ? say("warn", "media.detour") : say("bad", "media.blocked");
}

/** Told only where there are any. */
function ofHooks({ hooks }: Facts): Finding[] {
  const say = (health: Health, code: StatusCode): Finding[] => [{ part: "hooks", health, code }];
  if (hooks.all === 0) return [];
  if (hooks.failing > 0) return say("bad", "hooks.failing");
  return hooks.gone > 0 ? say("warn", "hooks.gone") : say("good", "hooks.good");
}
