import { Names } from "./names.ts";
import { personColumns, Sign } from "./polis.ts";
import { remedies } from "./remedies.ts";
import { numberIn, placesOf, refuse, roomFor, shown, textIn, voteIn } from "./vote-cells.ts";
import type { Body } from "./vote-sink.ts";

/** Reads participants-votes.csv: one row a person, one column a statement. */
export function wideVotes(file: string, headerRow: number, header: readonly string[], known: ReadonlySet<string> | null): Body {
  const places = placesOf(file, headerRow, header);
  const who = places.get("participant");
  if (who === undefined) return refuse({ file, row: headerRow, column: "participant", remedy: remedies.noColumn });
  const agreeAt = places.get("n-agree") ?? -1;
  const disagreeAt = places.get("n-disagree") ?? -1;
  const statements: string[] = [];
  const statementAt = new Int32Array(header.length).fill(-1);
  for (const [column, name] of header.entries()) {
    if (name === "" || personColumns.some((one) => one === name)) continue;
    if (known && !known.has(name))
      refuse({ file, row: headerRow, column: name, remedy: remedies.unknownStatement(name.slice(0, 40)) });
    statementAt[column] = statements.push(name) - 1;
  }

  const names = new Names();
  const sign = new Sign();
  let rowStart: Uint32Array<ArrayBuffer> = new Uint32Array(1024);
  let columns: Uint32Array<ArrayBuffer> = new Uint32Array(16_384);
  let choices: Int8Array<ArrayBuffer> = new Int8Array(16_384);
  let length = 0;
  let people = 0;
  let replaced = 0;
  // the row that is being read
  let person = -1;
  let [plus, minus, agree, disagree] = [0, 0, 0, 0];
  let currentRow = headerRow + 1;

  return {
    cell(column, bytes, from, to) {
      if (column >= header.length || (header[column] === "" && textIn(bytes, from, to) !== "")) {
        const remedy = remedies.beyondHeader(shown(bytes, from, to));
        refuse({ file, row: currentRow, column: String(column + 1), remedy });
      }
      const statement = statementAt[column] as number; // within the header
      if (statement >= 0) {
        const vote = voteIn(bytes, from, to);
        if (vote === null) return;
        if (vote === undefined) {
          const remedy = remedies.noVoteInRow(shown(bytes, from, to));
          refuse({ file, row: currentRow, column: header[column] ?? "", remedy });
        }
        columns = roomFor(columns, length);
        choices = roomFor(choices, length);
        columns[length] = statement;
        choices[length] = vote;
        length += 1;
        if (vote === 1) plus += 1;
        else if (vote === -1) minus += 1;
      } else if (column === who) {
        person = names.placeOf(bytes, from, to);
      } else if (column === agreeAt) agree = numberIn(bytes, from, to);
      else if (column === disagreeAt) disagree = numberIn(bytes, from, to);
    },

    record(row, cells) {
      if (cells < header.length)
        refuse({
          file,
          row,
          column: header[cells] || String(cells + 1),
          remedy: remedies.shortRow,
        });
      if (person < 0) refuse({ file, row, column: "participant", remedy: remedies.emptyPerson });
      if (person < people) again(row);
      else {
        people += 1;
        rowStart = roomFor(rowStart, people);
        rowStart[people] = length;
        sign.add({ plus, minus }, { agree, disagree });
      }
      person = -1;
      [plus, minus, agree, disagree] = [0, 0, 0, 0];
      currentRow = row + 1;
    },

    end() {
      const votes = {
        people: names.list,
        statements,
        rowStart: rowStart.slice(0, people + 1),
        columns: columns.slice(0, length),
        choices: choices.slice(0, length),
        notMyField: new Uint32Array(statements.length),
      };
      return { votes, found: agreeAt >= 0 && disagreeAt >= 0 ? sign.found : "unknown", replaced };
    },
  };

  /** Somebody who stood in an earlier row: with the same votes it says nothing new, with others nobody knows which hold. */
  function again(row: number): void {
    const [before, after] = [rowStart[person] ?? 0, rowStart[people] ?? 0];
    const width = length - after;
    let same = width === (rowStart[person + 1] ?? 0) - before;
    for (let t = 0; same && t < width; t++)
      same = columns[before + t] === columns[after + t] && choices[before + t] === choices[after + t];
    if (!same)
      refuse({
        file,
        row,
        column: "participant",
        remedy: remedies.personTwice(names.list[person]?.slice(0, 40) ?? ""),
      });
    length = after;
    replaced += 1;
  }
}
