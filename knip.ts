import type { KnipConfig } from "knip";

/** A style sheet as knip reads it: what it imports and what its urls name. */
const sheet = (text: string) =>
  [...text.matchAll(/(?:@import |url\()"([^"]+)"/g)].map(([, named]) => `import "${named}";`).join("\n");

export default {
  entry: [
    "app/server.ts",
    // started by path: threads and processes of their own
    "app/**/*.{worker,process}.server.ts",
    "demo/*.process.ts",
    "demo/demo.ts",
    "bench/*.ts",
    "scripts/*.{mjs,ts}",
    "tests/**/*.{e2e,test}.{ts,tsx}",
    "tests/{clock.mjs,held-by-analysis.ts}",
  ],
  project: ["{app,bench,cli,demo,scripts,tests}/**/*.{ts,tsx,mjs,css}"],
  compilers: { css: sheet },
  // scripts/check.mjs starts it by its path
  ignoreDependencies: ["@biomejs/biome"],
  // of the machine: scripts/browser.ts, scripts/livekit.ts, tests/proxy.ts, tests/strain.e2e.ts, tests/verapdf.ts
  ignoreBinaries: ["apt-get", "go", "openssl", "prlimit", "java"],
} satisfies KnipConfig;
