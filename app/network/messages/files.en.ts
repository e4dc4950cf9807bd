import type { Same } from "../../language/locale.ts";
import type { files as source } from "./files.nl.ts";

const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

export const files: Same<typeof source> = {
  title: "Files with your example",
  link: "Add files",
  heading: "Files",
  lead: "A worksheet, a leaflet or a form that a colleague can use at once. The team looks at it before others see it.",
  none: "There is no file with it yet.",
  file: "Choose a file",
  hint: (p) => `${p.mib} MB at most. Kinds: ${p.kinds}. Put no details of residents or clients in it.`,
  add: "Add this file",
  remove: "Remove",
  waits: "waits for the team",
  size: (p) => size(p.bytes),
  full: (p) => `There are ${p.n} files with it. Remove one first.`,
  back: "Back to your example",
  done: { erbij: "The file stands with it. The team still has to look at it.", weg: "The file is gone." },
  refused: {
    "file-empty": "Choose a file that is not empty.",
    "file-large": "The file is too large. Make it smaller than 5 MB.",
    "file-type":
      "This file cannot go along: what is in it does not fit its name, or it is a kind we do not take. Make it a PDF, for example.",
    "file-script":
      "Something in this file can run by itself, such as a macro or a script. Save it without, or make a plain PDF of it.",
    "file-bomb": "Unpacked this file becomes too large. Save it anew from your word processor.",
    "file-virus": "The virus scanner found something in this file. We did not keep it.",
    "scan-away": "The virus scanner cannot be reached now. Try again later; nothing was kept.",
    "file-many": "There are five files with it already. Remove one first.",
    gone: "This example is no longer there.",
  },
};
