// Beside each asset its gzip and brotli, so that the server only sends.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const assets = path.resolve(import.meta.dirname, "../build/client/assets");
for (const name of readdirSync(assets)) {
  if (!/\.(js|css|svg)$/.test(name)) continue;
  const bytes = readFileSync(path.join(assets, name));
  writeFileSync(path.join(assets, `${name}.br`), brotliCompressSync(bytes));
  writeFileSync(path.join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}
