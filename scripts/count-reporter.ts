import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** Writes the totals of a run to COUNT_FILE; a file or a suite that breaks outside its tests counts as one failure. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const totals = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) count(module, totals);
    if (process.env.COUNT_FILE) writeFileSync(process.env.COUNT_FILE, JSON.stringify(totals));
  }
}

function count(module: TestModule, totals: { passed: number; failed: number; skipped: number }): void {
  const before = totals.failed;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === "passed" || state === "failed" || state === "skipped") totals[state]++;
    else totals.failed++;
  }
  for (const suite of module.children.allSuites()) if (suite.errors().length > 0) totals.failed++;
  if (module.errors().length > 0) totals.failed++;
  if (module.state() === "failed" && totals.failed === before) totals.failed++;
}
