import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline as pipeTo } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { Refused } from "../../platform/http/refused.ts";
import type { Counted } from "./tables.server.ts";

/** A backup is compressed lines of JSON: a list says what comes, an object is a row as the database writes it. */
const format = 1;

export interface Head {
  readonly schema: string;
  /** ISO 8601 */
  readonly at: string;
}

/** Lines go to a file beside it first: FILE is there when it is whole, and only its owner reads it. */
export async function writeBackup(file: string, lines: AsyncIterable<string>): Promise<void> {
  const part = `${file}.deel`;
  const out = createWriteStream(part, { flags: "wx", mode: 0o600, flush: true });
  try {
    await pipeline(lines, createGzip(), out);
    await rename(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") await rm(part, { force: true });
    throw error;
  }
}

export const headLine = ({ schema, at }: Head) => `${JSON.stringify(["klankbord", format, schema, at])}\n`;
export const tableLine = (name: string) => `${JSON.stringify(["table", name])}\n`;
export const countLine = ({ rows, digest }: Counted) => `${JSON.stringify(["counted", rows, digest])}\n`;
export const lastLine = (tables: number) => `${JSON.stringify(["end", tables])}\n`;

export type Part =
  | ({ readonly kind: "head" } & Head)
  | { readonly kind: "table"; readonly name: string }
  | { readonly kind: "rows"; readonly rows: readonly string[] }
  | ({ readonly kind: "counted" } & Counted)
  | { readonly kind: "end"; readonly tables: number };

/** @throws Refused no-backup for another kind of file; torn for one that ends too early or cannot be read to its end */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  let first = true;
  let rows: string[] = [];
  let bytes = 0;
  for await (const line of linesOf(file)) {
    if (line.startsWith("{")) {
      rows.push(line);
      bytes += line.length;
      if (bytes < 2_000_000) continue;
    }
    if (rows.length > 0) yield { kind: "rows", rows };
    [rows, bytes] = [[], 0];
    if (line.startsWith("{")) continue;
    const part = partOf(line, first);
    first = false;
    yield part;
    if (part.kind === "end") return;
  }
  throw new Refused(first ? "no-backup" : "torn");
}

function partOf(line: string, first: boolean): Part {
  const [word, ...given] = listIn(line);
  if (first) {
    const [version, schema, at] = given;
    if (word !== "klankbord" || version !== format) throw new Refused("no-backup");
    return { kind: "head", schema: String(schema), at: String(at) };
  }
  if (word === "table") return { kind: "table", name: String(given[0]) };
  if (word === "counted") return { kind: "counted", rows: Number(given[0]), digest: String(given[1]) };
  if (word === "end") return { kind: "end", tables: Number(given[0]) };
  throw new Refused("torn");
}

function listIn(line: string): unknown[] {
  try {
    const list: unknown = JSON.parse(line);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

/** Lines end where "\n" stands and nowhere else: a text may hold any other line end. */
async function* linesOf(file: string): AsyncGenerator<string> {
  // a fault of the file reaches who reads the text
  const text = pipeTo(createReadStream(file), createGunzip(), () => {}).setEncoding("utf8");
  let rest = "";
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "Z_DATA_ERROR" || code === "Z_BUF_ERROR") throw new Refused(rest === "" ? "no-backup" : "torn");
    throw error;
  }
}
