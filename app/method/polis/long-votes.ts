import type { Votes } from "../analysis/votes/votes.ts";
import { Names } from "./names.ts";
import { remedies } from "./remedies.ts";
import { numberIn, placesOf, refuse, roomFor, shown, voteIn } from "./vote-cells.ts";
import type { Body } from "./vote-sink.ts";

/**
 * Reads votes.csv: one row a vote. Of several votes by one person on one statement the last counts: by its time, and where
 * times are equal or absent by its place in the file.
 */
export function longVotes(file: string, headerRow: number, header: readonly string[], known: ReadonlySet<string> | null): Body {
  const places = placesOf(file, headerRow, header);
  const columnOf = (name: string): number =>
    places.get(name) ?? refuse({ file, row: headerRow, column: name, remedy: remedies.noColumn });
  const voterAt = columnOf("voter-id");
  const statementAt = columnOf("comment-id");
  const voteAt = columnOf("vote");
  const timeAt = places.get("timestamp") ?? -1;

  const people = new Names();
  const statements = new Names();
  let persons: Uint32Array<ArrayBuffer> = new Uint32Array(16_384);
  let columns: Uint32Array<ArrayBuffer> = new Uint32Array(16_384);
  let choices: Int8Array<ArrayBuffer> = new Int8Array(16_384);
  let times: Float64Array<ArrayBuffer> = new Float64Array(timeAt < 0 ? 0 : 16_384);
  let length = 0;
  // the row that is being read
  let [person, statement, vote, time] = [-1, -1, Number.NaN, Number.NaN];
  let currentRow = headerRow + 1;

  return {
    cell(column, bytes, from, to) {
      if (column === voterAt) {
        person = people.placeOf(bytes, from, to);
      } else if (column === statementAt) {
        const before = statements.list.length;
        statement = statements.placeOf(bytes, from, to);
        if (statement === before && known && !known.has(statements.list[statement] ?? "")) {
          const remedy = remedies.unknownStatement(shown(bytes, from, to));
          refuse({ file, row: currentRow, column: "comment-id", remedy });
        }
      } else if (column === voteAt) {
        const found = voteIn(bytes, from, to);
        if (found === undefined) {
          const remedy = remedies.noVote(shown(bytes, from, to));
          refuse({ file, row: currentRow, column: "vote", remedy });
        }
        vote = found ?? Number.NaN;
      } else if (column === timeAt) time = numberIn(bytes, from, to);
      else if (column >= header.length) {
        const remedy = remedies.beyondHeader(shown(bytes, from, to));
        refuse({ file, row: currentRow, column: String(column + 1), remedy });
      }
    },

    record(row, cells) {
      if (cells < header.length)
        refuse({
          file,
          row,
          column: header[cells] || String(cells + 1),
          remedy: remedies.shortRow,
        });
      if (person < 0) refuse({ file, row, column: "voter-id", remedy: remedies.emptyVoter });
      if (statement < 0) refuse({ file, row, column: "comment-id", remedy: remedies.emptyStatement });
      if (Number.isNaN(vote)) refuse({ file, row, column: "vote", remedy: remedies.emptyVote });
      persons = roomFor(persons, length);
      columns = roomFor(columns, length);
      choices = roomFor(choices, length);
      persons[length] = person;
      columns[length] = statement;
      choices[length] = vote;
      if (timeAt >= 0) {
        times = roomFor(times, length);
        times[length] = time;
      }
      length += 1;
      [person, statement, vote, time] = [-1, -1, Number.NaN, Number.NaN];
      currentRow = row + 1;
    },

    end() {
      const votes = byPerson();
      return { votes, found: "unknown", replaced: length - votes.choices.length };
    },
  };

  /** Rows of people and columns stand in the order in which they were met. */
  function byPerson(): Votes {
    const { start, order } = sortedByPerson();
    const rowStart = new Uint32Array(people.list.length + 1);
    const kept = { columns: new Uint32Array(length), choices: new Int8Array(length) };
    let at = 0;
    for (let who = 0; who < people.list.length; who++) {
      const row = byColumn(order.subarray(start[who], start[who + 1]));
      for (let n = 0; n < row.length; ) {
        let last = row[n] as number; // within the votes
        const about = columns[last] as number;
        for (n += 1; n < row.length; n++) {
          const next = row[n] as number;
          if (columns[next] !== about) break;
          // a moment that cannot be read gives way to the order of the file
          if (timeAt < 0 || !((times[next] ?? 0) < (times[last] ?? 0))) last = next;
        }
        kept.columns[at] = about;
        kept.choices[at] = choices[last] as number;
        at += 1;
      }
      rowStart[who + 1] = at;
    }
    return {
      people: people.list,
      statements: statements.list,
      rowStart,
      columns: kept.columns.slice(0, at),
      choices: kept.choices.slice(0, at),
      notMyField: new Uint32Array(statements.list.length),
    };
  }

  /** Counted into rows, so that it costs the votes and not their logarithm; within a row the order of the file. */
  function sortedByPerson(): { start: Uint32Array; order: Uint32Array } {
    const start = new Uint32Array(people.list.length + 1);
    for (let t = 0; t < length; t++) bump(start, (persons[t] as number) + 1);
    for (let who = 1; who < start.length; who++) start[who] = (start[who] as number) + (start[who - 1] as number);
    const next = start.slice();
    const order = new Uint32Array(length);
    for (let t = 0; t < length; t++) order[bump(next, persons[t] as number)] = t;
    return { start, order };
  }

  /** One row by statement, of the same statement as it was; most files have it so already. */
  function byColumn(row: Uint32Array): Uint32Array {
    const rises = row.every((t, n) => n === 0 || (columns[t] as number) >= (columns[row[n - 1] as number] as number));
    return rises ? row : row.sort((a, b) => (columns[a] as number) - (columns[b] as number) || a - b);
  }
}

/** Adds one; @returns what was there */
function bump(counts: Uint32Array, at: number): number {
  const was = counts[at] as number; // within the bounds
  counts[at] = was + 1;
  return was;
}
