import type { Votes } from "../analysis/votes/votes.ts";
import type { CellSink } from "../text/csv-bytes.ts";
import type { Sign } from "./polis.ts";

/** What reads the records after the header. */
export interface Body extends CellSink {
  end(): { votes: Votes; found: Sign["found"]; replaced: number };
}
