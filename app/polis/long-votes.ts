import type { Votes } from "../analysis/votes.ts";
import { Names } from "./names.ts";
import type { Body } from "./read-votes.ts";
import { numberIn, placesOf, refuse, roomFor, shown, trimmed, voteIn } from "./vote-cells.ts";

/**
 * Reads votes.csv: one row a vote. Of several votes by one person on one statement the last counts: by its time, and where
 * times are equal or absent by its place in the file.
 */
export function longVotes(file: string, headerRow: number, header: readonly string[], known: ReadonlySet<string> | null): Body {
  const places = placesOf(file, headerRow, header);
  const columnOf = (name: string): number =>
    places.get(name) ??
    refuse({ file, row: headerRow, column: name, remedy: "deze kolom ontbreekt; exporteer het gesprek opnieuw" });
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
        const [start, end] = trimmed(bytes, from, to);
        if (end > start) person = people.placeOf(bytes, start, end);
      } else if (column === statementAt) {
        const [start, end] = trimmed(bytes, from, to);
        if (end === start) return;
        const before = statements.list.length;
        statement = statements.placeOf(bytes, start, end);
        const name = statements.list[statement] ?? "";
        if (statement === before && known && !known.has(name)) {
          const remedy = `stelling ${shown(bytes, start, end)} ontbreekt in comments.csv; voeg haar daar toe`;
          refuse({ file, row: currentRow, column: "comment-id", remedy });
        }
      } else if (column === voteAt) {
        const found = voteIn(bytes, from, to);
        if (found === undefined) {
          const remedy = `${shown(bytes, from, to)} is geen stem; gebruik 1, 0 of -1`;
          refuse({ file, row: currentRow, column: "vote", remedy });
        }
        vote = found ?? Number.NaN;
      } else if (column === timeAt) time = numberIn(bytes, from, to);
      else if (column >= header.length) {
        const remedy = `${shown(bytes, from, to)} staat buiten de kop; haal deze cel weg`;
        refuse({ file, row: currentRow, column: String(column + 1), remedy });
      }
    },

    record(row, cells) {
      if (cells < header.length)
        refuse({
          file,
          row,
          column: header[cells] || String(cells + 1),
          remedy: "deze rij heeft te weinig cellen; vul haar aan",
        });
      if (person < 0) refuse({ file, row, column: "voter-id", remedy: "deze cel is leeg; vul in wie de stem gaf" });
      if (statement < 0)
        refuse({ file, row, column: "comment-id", remedy: "deze cel is leeg; vul het nummer van de stelling in" });
      if (Number.isNaN(vote)) refuse({ file, row, column: "vote", remedy: "deze cel is leeg; vul 1, 0 of -1 in" });
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

  /** Counted into rows, so that it costs the votes and not their logarithm; rows of people and columns stay as they were met. */
  function byPerson(): Votes {
    const order = sorted(sorted(null, columns, statements.list.length), persons, people.list.length);
    const rowStart = new Uint32Array(people.list.length + 1);
    const kept = { columns: new Uint32Array(length), choices: new Int8Array(length) };
    let at = 0;
    for (let n = 0; n < length; ) {
      let last = order[n] as number; // within the votes
      const [who, about] = [persons[last], columns[last]];
      for (n += 1; n < length; n++) {
        const next = order[n] as number;
        if (persons[next] !== who || columns[next] !== about) break;
        // a moment that cannot be read gives way to the order of the file
        if (timeAt < 0 || !((times[next] ?? 0) < (times[last] ?? 0))) last = next;
      }
      kept.columns[at] = about as number;
      kept.choices[at] = choices[last] as number;
      at += 1;
      rowStart[(who as number) + 1] = at;
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

  /** The order of the votes by a key, stable over the order before. */
  function sorted(before: Uint32Array | null, keys: Uint32Array, count: number): Uint32Array {
    const next = new Uint32Array(count + 1);
    for (let t = 0; t < length; t++) bump(next, (keys[t] as number) + 1);
    for (let key = 0; key < count; key++) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
    const order = new Uint32Array(length);
    for (let n = 0; n < length; n++) {
      const t = before ? (before[n] as number) : n;
      order[bump(next, keys[t] as number)] = t;
    }
    return order;
  }
}

/** Adds one; @returns what was there */
function bump(counts: Uint32Array, at: number): number {
  const was = counts[at] as number; // within the bounds
  counts[at] = was + 1;
  return was;
}
