/** Progress on stderr, links on stdout. On a terminal a count runs on its own line. */
export interface Voice {
  line(text: string): void;
  count(what: string, done: number, of: number): void;
  link(what: string, url: string): void;
  /** it has come where it stays */
  ready(): void;
}

export function makeVoice(options: { readonly quiet: boolean; readonly begun: number }): Voice {
  const moves = process.stderr.isTTY === true;
  let running = false;
  const clock = () => `${((performance.now() - options.begun) / 1000).toFixed(0).padStart(4)} s  `;
  const fresh = () => {
    if (running) process.stderr.write("\r\u001b[K");
    running = false;
  };
  const write = (text: string) => {
    if (options.quiet) return;
    fresh();
    process.stderr.write(`${clock()}${text}\n`);
  };
  return {
    line: write,
    count(what, done, of) {
      if (options.quiet) return;
      if (done >= of) write(`${what}: ${of} van ${of}`);
      else if (moves) {
        const full = Math.round((20 * done) / of);
        process.stderr.write(`\r\u001b[K${clock()}${what}  ${"█".repeat(full)}${"░".repeat(20 - full)}  ${done} van ${of}`);
        running = true;
      } else if (done > 0 && done % Math.max(1, Math.ceil(of / 4)) === 0) write(`${what}: ${done} van ${of}`);
    },
    link(what, url) {
      fresh();
      process.stdout.write(`${what.padEnd(16)} ${url}\n`);
    },
    ready() {
      fresh();
      process.stdout.write("Klaar. Alles leeft verder tot u stopt met Ctrl-C.\n");
    },
  };
}
