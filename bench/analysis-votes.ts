import { closeSync, openSync, writeSync } from "node:fs";
import { planted } from "../app/method/analysis/votes/invented-votes.ts";
import { random } from "../app/method/random.ts";

export interface Size {
  readonly people: number;
  readonly statements: number;
  /** share of cells filled */
  readonly filled: number;
}

/** Writes invented votes of three groups, a tenth of them skips, as Polis would: one row a person, or one row a vote. */
export function writeVotes(file: string, form: "wide" | "long", { people, statements, filled }: Size): number {
  const leaning = planted(3, statements, 1, 1.5);
  const chance = random(1, 97);
  const out = openSync(file, "w");
  let text = "";
  let votes = 0;
  const put = (piece: string) => {
    text += piece;
    if (text.length < 1 << 20) return;
    writeSync(out, text);
    text = "";
  };
  const ids = Array.from({ length: statements }, (_, statement) => statement);
  put(
    form === "wide"
      ? `participant,group-id,n-comments,n-votes,n-agree,n-disagree,${ids.join(",")}\n`
      : "timestamp,datetime,comment-id,voter-id,vote\n",
  );
  for (let person = 0; person < people; person++) {
    let [agree, disagree, row] = [0, 0, ""];
    for (const statement of ids) {
      if (chance.next() < filled) {
        const agrees = chance.next() < 1 / (1 + Math.exp(-leaning(person, statement)));
        const vote = chance.next() < 0.1 ? 0 : agrees ? 1 : -1;
        votes += 1;
        if (vote === 1) agree += 1;
        if (vote === -1) disagree += 1;
        if (form === "wide") row += `,${vote}`;
        else put(`${1_500_000_000_000 + votes},Mon Jul 17 02:17:32 CET 2017,${statement},${person},${vote}\n`);
      } else if (form === "wide") row += ",";
    }
    if (form === "wide") put(`${person},,0,0,${agree},${disagree}${row}\n`);
  }
  writeSync(out, text);
  closeSync(out);
  return votes;
}
