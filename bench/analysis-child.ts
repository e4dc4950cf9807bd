// node bench/analysis-child.ts WIDE.csv plain|null|whole: one cold analysis in a process of its own, as JSON.
import { analyse } from "../app/method/analysis/analysis.ts";
import { readVotes } from "../app/organisation/transfer/files.server.ts";

const [file = "", what = "plain"] = process.argv.slice(2);
const began = performance.now();
const { votes } = await readVotes(file, null);
const read = performance.now() - began;
const options = {
  plain: { nullRuns: 0, stabilityRuns: 0, heldOut: false },
  null: { stabilityRuns: 0, heldOut: false },
  whole: {},
}[what];
const start = performance.now();
const { status, k } = analyse(votes, { seed: 1, ...options });
const ms = performance.now() - start;
// in KiB on Linux, in bytes on macOS
const peak = process.resourceUsage().maxRSS / (process.platform === "darwin" ? 2 ** 20 : 2 ** 10);
process.stdout.write(JSON.stringify({ read, ms, mib: peak, votes: votes.choices.length, status, k }));
