/** A bar on a terminal for what takes more than a second; elsewhere it says nothing, so that a refusal is one line. */
export interface Progress {
  /** @param share 0 to 1 */
  at(what: string, share: number): void;
  /** Takes the bar away. */
  end(): void;
}

const patienceMs = 1_000;
const width = 24;

export function progressOn(out: NodeJS.WriteStream): Progress {
  const begun = performance.now();
  let shown = "";
  return {
    at(what, share) {
      if (!out.isTTY || performance.now() - begun < patienceMs) return;
      const full = Math.round(width * Math.min(1, Math.max(0, share)));
      const line = `${what.padEnd(20)} ${"█".repeat(full)}${"░".repeat(width - full)} ${Math.round(share * 100)}%`;
      if (line === shown) return;
      out.write(`\r\u001b[K${line}`);
      shown = line;
    },
    end() {
      if (shown !== "") out.write("\r\u001b[K");
      shown = "";
    },
  };
}
