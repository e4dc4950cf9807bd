import { strToU8, type Zippable, zip } from "fflate";

export type ZipFiles = Readonly<Record<string, string | Uint8Array>>;

/**
 * A zip of files in the given order, packed beside the event loop where they are large. The same files give the same bytes: every
 * file bears the date `at`.
 * @param stored names of files that stand in it as they are, as the first file of a document format must
 */
export function zipOf(files: ZipFiles, at: Date, stored: readonly string[] = []): Promise<Uint8Array<ArrayBuffer>> {
  const mtime = new Date(Math.max(at.getTime(), Date.UTC(1980, 0, 2)));
  const all: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      [typeof content === "string" ? strToU8(content) : content, { level: stored.includes(name) ? 0 : 6, mtime }],
    ]),
  );
  return new Promise((done, failed) => zip(all, (fault, bytes) => (fault ? failed(fault) : done(bytes))));
}
