import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { unpackWoff } from "../../platform/http/woff.server.ts";

// A worker of its own: drawing takes longer than the event loop should wait.
const require = createRequire(import.meta.url);
await initWasm(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
const files = ["400", "700"].map(
  (weight) => `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`,
);
const fontBuffers = files.map((file) => new Uint8Array(unpackWoff(readFileSync(require.resolve(file)))));

parentPort?.on("message", ({ id, svg }: { id: number; svg: string }) => {
  const drawn = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: "Atkinson Hyperlegible Next" } }).render();
  parentPort?.postMessage({ id, png: drawn.asPng() });
  drawn.free();
});
