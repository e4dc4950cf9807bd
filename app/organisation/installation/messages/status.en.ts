import type { Same } from "../../../language/locale.ts";
import type { status as nl } from "./status.nl.ts";

export const status: Same<typeof nl> = {
  title: "How things stand",
  all: {
    good: "Everything works.",
    warn: "Everything works, but there is something to look at.",
    unknown: "What Klankbord can see for itself works. It cannot see everything.",
    bad: "Something does not work. Below is what, and what you can do.",
  },
  health: { good: "good", warn: "attention", bad: "not good", unknown: "unknown" },
  parts: {
    mail: "E-mail",
    jobs: "Work in the background",
    disk: "Disk",
    backup: "Backup",
    database: "Database",
    media: "Sound and picture",
    hooks: "Webhooks",
  },
  codes: {
    "mail.good": (p) => `E-mail goes out. The last one was sent on ${p.sent}.`,
    "mail.none-yet": () => "No e-mail was sent yet. Ask for a sign-in link of your own to try it.",
    "mail.inside": () =>
      "E-mail does not go out, because SMTP_URL is not set. You read all e-mail under Mail. That is meant for trying things out, not for holding a dialogue.",
    "mail.some": (p) =>
      p.failed === 1
        ? "Today 1 e-mail did not arrive. Those after it did leave. Usually the address is wrong."
        : `Today ${p.failed} e-mails did not arrive. Those after them did leave. Usually the addresses are wrong.`,
    "mail.fails": (p) =>
      `The last e-mails were not sent (${p.failed} today). See whether the mail server of SMTP_URL works and whether its password still holds. Then send the e-mails again under Mail.`,
    "mail.late": (p) =>
      `E-mail is waiting that should have left on ${p.late}. See whether the mail server of SMTP_URL answers. Klankbord goes on trying.`,
    "jobs.good": () => "The work in the background is on time.",
    "jobs.gave-up": (p) =>
      p.gaveUp === 1
        ? "1 task stopped after several tries. The log of the server says which."
        : `${p.gaveUp} tasks stopped after several tries. The log of the server says which.`,
    "jobs.late": (p) =>
      `Work has been waiting since ${p.late}. If the server is busy, wait a while. If this stays, start Klankbord again: nothing is lost.`,
    "disk.good": (p) => `${p.free} GB of ${p.total} GB is free.`,
    "disk.low": (p) => `${p.free} GB of ${p.total} GB is free. Make room before a dialogue begins.`,
    "disk.full": (p) =>
      `Only ${p.free} GB of ${p.total} GB is free. Make room now. On a full disk Klankbord keeps nothing any more.`,
    "disk.elsewhere": () => "The data is in a database outside this machine. Watch the room there.",
    "backup.good": (p) => `The last backup was made on ${p.backup}.`,
    "backup.old": (p) =>
      `The last backup is of ${p.backup}. Have klankbord backup FILE run each night, and keep the file on another machine.`,
    "backup.never": () =>
      "No backup was made yet. Have klankbord backup FILE run each night, and keep the file on another machine.",
    "backup.elsewhere": () =>
      "Klankbord only knows of backups that it makes itself. Ask who looks after the database how often it is kept there.",
    "database.good": (p) => `The database answers within ${p.ms} milliseconds.`,
    "database.slow": (p) =>
      `The database is slow to answer: ${p.ms} milliseconds. During a session participants notice. See whether the machine is too busy.`,
    "media.off": () => "Sound and picture are off (MEDIA=off). People talk in text.",
    "media.untested": () =>
      "Whether sound and picture pass the firewall shows only when people test their connection. Ask three people outside your network to do the connection test.",
    "media.good": () => "Sound and picture come through: people tested so these last thirty days.",
    "media.detour": () =>
      "Sound and picture come through by a detour (TURN) only. Open the ports of MEDIA_PORTS for UDP, and see whether MEDIA_PUBLIC_ADDRESS is right.",
    "media.blocked": () =>
      "Sound and picture came through with nobody who tested it. Open the ports of MEDIA_PORTS for UDP, and see whether MEDIA_PUBLIC_ADDRESS is right. Until then people talk in text.",
    "hooks.good": () => "Other programs are told what happens.",
    "hooks.failing": (p) =>
      p.hooks === 1
        ? "With 1 webhook messages do not arrive. Ask who looks after that program to look into it. Klankbord tries for two days; after that you send a message again under Connections."
        : `With ${p.hooks} webhooks messages do not arrive. Ask who looks after those programs to look into it. Klankbord tries for two days; after that you send a message again under Connections.`,
    "hooks.gone": () =>
      "A program said that it wants no more messages. End that webhook under Connections, or ask whether it is a mistake.",
  },
  toMail: "See which e-mails",
  toHooks: "To Connections",
  versions: "Versions",
  embedded: "PostgreSQL (included)",
  elsewhere: "PostgreSQL (elsewhere)",
  asked: (p) => `This is how it was on ${p.when}.`,
};
