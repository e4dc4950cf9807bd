import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { type FileKind, type FileTrouble, fileLimits, isZip, kindByName, troubleIn } from "./file.ts";

const inflate = promisify(inflateRaw);

export type Looked = { readonly ok: true; readonly kind: FileKind } | { readonly ok: false; readonly trouble: FileTrouble };

/**
 * Looks at a file before it is kept: by its name, its first bytes and, where it is packed, by unpacking it all within bounds. What a
 * file says of its own size is not believed.
 */
export async function lookAt(name: string, bytes: Uint8Array): Promise<Looked> {
  const kind = kindByName(name);
  if (!kind) return { ok: false, trouble: bytes.length === 0 ? "empty" : "type" };
  const trouble = troubleIn(kind, bytes) ?? (isZip(bytes) ? await troubleInside(kind, Buffer.from(bytes)) : null);
  return trouble ? { ok: false, trouble } : { ok: true, kind };
}

interface Part {
  readonly name: string;
  readonly packed: Buffer;
  readonly method: number;
}

/** A document of an office: what it is, that nothing in it runs, and how large it becomes. */
async function troubleInside(kind: FileKind, bytes: Buffer): Promise<FileTrouble | null> {
  const parts = partsOf(bytes);
  if (parts === null) return "type";
  if (parts.length > fileLimits.parts) return "bomb";
  if (parts.some(({ name }) => /vbaProject|\.(js|vbs|exe|dll|zip|jar)$|^(Basic|Scripts)\//i.test(name))) return "script";
  let left: number = fileLimits.unpacked;
  const unpacked = new Map<string, Buffer>();
  for (const { name, packed, method } of parts) {
    if (method !== 0 && method !== 8) return "type";
    try {
      const whole = method === 0 ? packed : await inflate(packed, { maxOutputLength: Math.max(1, left) });
      left -= whole.length;
      if (left <= 0) return "bomb";
      if (name === "mimetype" || name === "[Content_Types].xml") unpacked.set(name, whole);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "bomb" : "type";
    }
  }
  return isKind(kind, unpacked, parts) ? null : "type";
}

const open = { odt: "text", ods: "spreadsheet", odp: "presentation" } as const;
const office = { docx: "word/document.xml", xlsx: "xl/workbook.xml", pptx: "ppt/presentation.xml" } as const;

function isKind(kind: FileKind, unpacked: ReadonlyMap<string, Buffer>, parts: readonly Part[]): boolean {
  if (kind in open) {
    const told = unpacked.get("mimetype")?.toString("latin1").trim();
    return told === `application/vnd.oasis.opendocument.${open[kind as keyof typeof open]}`;
  }
  const main = office[kind as keyof typeof office];
  return unpacked.has("[Content_Types].xml") && parts.some(({ name }) => name === main);
}

/** The parts by the list at the end of a zip. @returns null when that cannot be read, is larger than one zip may be, or is locked */
function partsOf(bytes: Buffer): Part[] | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const parts: Part[] = [];
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const size = bytes.readUInt32LE(at + 20);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const from = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    if (flags & 1 || /(^|[\\/])\.\.([\\/]|$)|^[\\/]/.test(name)) return null;
    if (from + 30 > bytes.length || bytes.readUInt32LE(from) !== 0x04034b50) return null;
    const begin = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
    if (begin + size > bytes.length) return null;
    if (!name.endsWith("/")) parts.push({ name, packed: bytes.subarray(begin, begin + size), method });
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}
