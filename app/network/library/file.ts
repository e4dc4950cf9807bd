/** Kinds of file that may go with an entry, each with what it is served as. No kind that a browser runs: no SVG, no HTML. */
export const fileKinds = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
} as const;
export type FileKind = keyof typeof fileKinds;

const aMebibyte = 1024 * 1024;
export const fileLimits = {
  bytes: 5 * aMebibyte,
  perEntry: 5,
  name: 120,
  /** What a document may be unpacked, and of how many parts. */
  unpacked: 60 * aMebibyte,
  parts: 2_000,
} as const;

export type FileTrouble = "empty" | "large" | "type" | "script" | "bomb" | "virus";

/** By the end of its name; null when that is no kind that may go along. */
export function kindByName(name: string): FileKind | null {
  const end = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (end === "jpeg") return "jpg";
  return end && Object.hasOwn(fileKinds, end) ? (end as FileKind) : null;
}

/** A name that is safe in a header and on a disk. Its ending is that of its kind. */
export function fileName(typed: string, kind: FileKind): string {
  const base = typed
    .normalize("NFC")
    .replace(/^.*[\\/]/, "")
    .replace(/\.[a-z0-9]+$/i, "")
    .replace(/[^\p{L}\p{N} ._()-]/gu, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
    .slice(0, fileLimits.name);
  return `${base || "bestand"}.${kind}`;
}

const begins = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
const ascii = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);

export const isZip = (bytes: Uint8Array) => begins(bytes, 0x50, 0x4b, 0x03, 0x04);

/**
 * Whether bytes are what the name says, without unpacking.
 * @returns null when they may be; a document that is packed has to be looked into further
 */
export function troubleIn(kind: FileKind, bytes: Uint8Array): FileTrouble | null {
  if (bytes.length === 0) return "empty";
  if (bytes.length > fileLimits.bytes) return "large";
  switch (kind) {
    case "pdf": {
      if (!begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return "type";
      return /\/(JavaScript|JS|Launch|EmbeddedFile)\b/.test(ascii(bytes)) ? "script" : null;
    }
    case "png":
      return begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? null : "type";
    case "jpg":
      return begins(bytes, 0xff, 0xd8, 0xff) ? null : "type";
    case "txt":
    case "csv":
      return troubleInText(bytes);
    default:
      return isZip(bytes) ? null : "type";
  }
}

function troubleInText(bytes: Uint8Array): FileTrouble | null {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "type";
  }
  if (text.includes("\0")) return "type";
  return /^\s*<(\?xml|!doctype|html|svg|script)/i.test(text) ? "script" : null;
}

/** Under which key the bytes stand in a store outside the database. */
export const fileKey = (id: string): string => `bestanden/${id}`;
