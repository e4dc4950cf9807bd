import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { unpackWoff } from "../../platform/http/woff.server.ts";
import { rareSigns, spelled } from "./pdf-data.ts";

/** @param data the text of a `PdfData` as JSON; `at` in whole seconds */
interface Asked {
  readonly data: string;
  readonly at: number;
}

const require = createRequire(import.meta.url);
const fonts = ["latin-400-normal", "latin-700-normal", "latin-400-italic", "latin-ext-400-normal", "latin-ext-700-normal"];
const fontBlobs = fonts.map((name) =>
  unpackWoff(
    readFileSync(require.resolve(`@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${name}.woff`)),
  ),
);
const folder = import.meta.dirname;
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
const ua = { pdfStandard: "ua-1" as never };

const { data, at } = workerData as Asked;
compiler.mapShadow(path.join(folder, "document.json"), Buffer.from(legible(data)));
const pdf = set({ mainFilePath: path.join(folder, "report.typ") }, at);
const bytes = new Uint8Array(pdf);
parentPort?.postMessage(bytes, [bytes.buffer]);

function set(main: { mainFilePath: string } | { mainFileContent: string }, at: number): Buffer {
  const compiled = compiler.compile(main);
  const document = compiled.result;
  // where it stumbled, not over which words: those are somebody's
  if (!document || compiled.hasError())
    throw new Error(`a report could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  return compiler.pdf(document, { ...ua, creationTimestamp: at });
}

/** Every sign must show; one that no typeface has is spelled. */
function legible(text: string): string {
  let legible = text;
  for (let rare = rareSigns(text); rare.length > 0; ) {
    const unknown = unknownAmong(rare);
    const lost = rare.filter((sign) => unknown.some((part) => sign.includes(part) || part.includes(sign)));
    if (lost.length === 0) break;
    for (const sign of lost) legible = legible.replaceAll(sign, spelled(sign));
    rare = rare.filter((sign) => !lost.includes(sign));
  }
  return legible;
}

/** The parts of signs for which there is no typeface, as the fault names them. */
function unknownAmong(signs: readonly string[]): string[] {
  compiler.mapShadow(path.join(folder, "signs.json"), Buffer.from(JSON.stringify(signs)));
  const source =
    '#set document(title: "x")\n#set text(font: "Atkinson Hyperlegible Next")\n#for sign in json("signs.json") { par(sign) }';
  try {
    set({ mainFileContent: source }, 0);
    return [];
  } catch (fault) {
    return [...String(fault).matchAll(/the text `\\*"(.+?)\\*"` could not/g)].map(([, named = ""]) =>
      named.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    );
  }
}
