import { axisOf } from "./axis.ts";
import { lettersFor, mayStay } from "./calm.ts";
import { type Partition, smallestGroup } from "./clusters.ts";
import { commonOf, dividing, groupAwareConsensus, type Part } from "./common-ground.ts";
import { countByGroup, rowsByGroup, tallyOf } from "./group-counts.ts";
import { testGroups } from "./nulls.ts";
import { bestOf, fewestGroups, type Scored, scoredPartitions } from "./partitions.ts";
import { cautiousPoints, type Projection, project, statementPoints } from "./projection.ts";
import { representatives } from "./representative.ts";
import { type Analysis, type AnalysisOptions, methodVersion, type StatementResult } from "./result.ts";
import { stabilityOf } from "./stability.ts";
import type { Status } from "./status.ts";
import type { Cells } from "./votes/cells.ts";
import { heldOutCounts } from "./votes/held-out.ts";
import { type Matrix, matrixOf, rowsAndColumns } from "./votes/matrix.ts";
import type { Votes } from "./votes/votes.ts";

/** Two groups of five. */
const fewestPeople = 2 * smallestGroup;
const fewestStatements = 2;
const nullRunsUnlessTold = 99;
const stabilityRunsUnlessTold = 20;

/**
 * The whole method, OG1 to OG8 and OG12 of docs/opinion-groups.md.
 * Names and order of people and insights have no part in it: votes in another order, or under other names, give the same result.
 * @param votes whoever cast ballots, on the insights that are open to them; who is a row is decided here [OG1]
 * @returns a result whatever the votes, without NaN; nobody, one person, or nobody who differs are answers too
 * @throws RangeError when `fields` is not as long as `votes.people`, or `groups` is not 2 to 5
 */
export function analyse(votes: Votes, options: AnalysisOptions): Analysis {
  const {
    seed,
    groups: fixed,
    keep,
    nullRuns = nullRunsUnlessTold,
    stabilityRuns = stabilityRunsUnlessTold,
    heldOut = true,
  } = options;
  if (options.fields && options.fields.length !== votes.people.length) throw new RangeError("one field per person is needed");
  if (fixed !== undefined && ![2, 3, 4, 5].includes(fixed)) throw new RangeError("the number of groups is 2 to 5");
  const progress = options.progress ?? (() => {});

  progress("groups", 0, 1);
  const order = rowsAndColumns(votes);
  const matrix = matrixOf(votes, order);
  const { cells } = matrix;
  const fields = Array.from(order.rows, (row) => options.fields?.[row] ?? null);
  const enough = matrix.people.length >= fewestPeople && matrix.statements.length >= fewestStatements;
  const projection = project(cells, seed);
  const scored = enough ? scoredPartitions(cautiousPoints(projection, cells), seed) : [];
  progress("groups", 1, 1);

  const tests =
    scored.length > 0 && nullRuns > 0 ? testGroups(cells, seed, nullRuns, (done, total) => progress("null", done, total)) : null;
  const alone = statusOf(enough, scored, tests);
  const before = keep?.status ?? null;
  const status = mayStay(before, alone, scored.length > 0) ? before : alone;
  const chosen = choose(scored, status, fixed, keep?.k);
  const named = chosen && name(chosen, cells, matrix, keep?.members);

  const stability =
    named && stabilityRuns > 0
      ? stabilityOf(cells, named.partition, seed, stabilityRuns, (done) => progress("stability", done, stabilityRuns))
      : null;
  const apart = named && heldOut ? heldOutCounts(cells, named.partition, seed) : undefined;

  return {
    method: methodVersion,
    seed,
    status,
    alone,
    needed: status === "too-few-votes" ? { people: fewestPeople, statements: fewestStatements } : null,
    participants: matrix.people.length,
    statements: matrix.statements.length,
    votes: cells.codes.length,
    filled: cells.codes.length / Math.max(1, matrix.people.length * matrix.statements.length),
    people: peopleWithBallots(votes),
    projection: { people: matrix.people, x: projection.x, y: projection.y },
    silhouettes: scored.map(({ k, silhouette }) => ({ k, silhouette })),
    bestK: bestOf(scored)?.k ?? 0,
    k: named?.partition.k ?? 0,
    silhouette: chosen?.silhouette ?? null,
    null: tests,
    stability,
    ...figures(votes, matrix, cells, projection, fields, status, named, apart),
    axis: axisOf(projection, matrix.statements, fields),
  };
}

function statusOf(enough: boolean, scored: readonly Scored[], tests: Analysis["null"]): Status {
  if (!enough) return "too-few-votes";
  if (scored.length === 0 || (tests && !tests.shuffled.above)) return "no-clear-groups";
  return tests && !tests.continuum.above ? "gradient" : "groups";
}

/** A number that cannot be reached with groups of five gives way to the next smaller one. */
function choose(scored: readonly Scored[], status: Status, fixed?: number, kept?: number): Scored | undefined {
  if (fixed !== undefined) return scored.findLast(({ k }) => k <= fixed) ?? scored[0];
  if (status === "gradient") return scored.find(({ k }) => k === fewestGroups) ?? scored[0];
  if (status !== "groups") return undefined;
  return scored.find(({ k }) => k === kept) ?? bestOf(scored);
}

type Named = {
  readonly partition: Partition;
  readonly letters: readonly string[];
  readonly rows: readonly (readonly number[])[];
};

/** Groups in the order of their letters. */
function name(partition: Partition, cells: Cells, matrix: Matrix, before?: Record<string, readonly string[]>): Named {
  const rows = rowsByGroup(cells, partition.labels, partition.k);
  const letters = lettersFor(
    rows.map((own) => own.map((row) => matrix.people[row]!)),
    before,
  );
  const order = [...letters.keys()].sort((a, b) => (letters[a]! < letters[b]! ? -1 : 1));
  const place = order.map((_, label) => order.indexOf(label));
  return {
    partition: {
      k: partition.k,
      labels: partition.labels.map((label) => place[label]!),
      centres: order.map((label) => partition.centres[label]!),
    },
    letters: order.map((label) => letters[label]!),
    rows: order.map((label) => rows[label]!),
  };
}

/** What is counted once it is known who stands in which group. */
function figures(
  votes: Votes,
  matrix: Matrix,
  cells: Cells,
  projection: Projection,
  fields: readonly (string | null)[],
  status: Status,
  named: Named | undefined,
  heldOut: Float64Array[] | undefined,
) {
  const { statements } = matrix;
  const k = named?.partition.k ?? 0;
  const counts = named ? countByGroup(cells, named.partition.labels, k) : [];
  const everybody = part(null, countByGroup(cells, new Uint8Array(matrix.people.length), 1)[0]!);
  const groups = counts.map((own, group) => part(named!.letters[group]!, own));
  const parts =
    status === "groups" ? { parts: groups, fields: [] } : { parts: [everybody], fields: partsOfFields(cells, fields) };
  const shown = { ...parts, groups: groups.length > 0 ? groups : [everybody] };
  const representative = representatives(counts, statements, heldOut);
  return {
    groups: (named?.rows ?? []).map((rows, group) => ({
      id: named!.letters[group]!,
      size: rows.length,
      members: rows.map((row) => matrix.people[row]!),
      centre: [mean(projection.x, rows), mean(projection.y, rows)] as const,
      representative: representative[group]!,
    })),
    perStatement: perStatement(votes, matrix, projection, everybody, groups),
    commonGround: commonOf(shown, "agree", statements),
    commonRejection: commonOf(shown, "disagree", statements),
    divides: dividing(groups, statements),
  };
}

function mean(values: Float64Array, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
}

function part(name: string | null, counts: Float64Array): Part {
  return { name, tallies: Array.from({ length: counts.length / 3 }, (_, column) => tallyOf(counts, column)) };
}

function partsOfFields(cells: Cells, fields: readonly (string | null)[]): Part[] {
  const names = [...new Set(fields)].filter((field) => field !== null).sort();
  const place = new Map(names.map((field, i) => [field, i]));
  const labels = Uint16Array.from(fields, (field) => (field === null ? names.length : place.get(field)!));
  const counts = countByGroup(cells, labels, names.length + 1);
  return names.map((field, i) => part(field, counts[i]!));
}

function perStatement(
  votes: Votes,
  matrix: Matrix,
  projection: Projection,
  everybody: Part,
  groups: readonly Part[],
): StatementResult[] {
  const points = statementPoints(projection);
  const columnOf = new Map(matrix.statements.map((id, column) => [id, column]));
  const cast = new Float64Array(votes.statements.length);
  for (let t = 0; t < votes.columns.length; t++) cast[votes.columns[t]!]!++;
  const nothing = { agree: 0, disagree: 0, skip: 0 };
  return votes.statements.map((id, at) => {
    const column = columnOf.get(id) ?? -1;
    const byGroup = groups.map(({ tallies }) => tallies[column] ?? nothing);
    const all = everybody.tallies[column] ?? nothing;
    const notMyField = votes.notMyField[at]!;
    const shown = byGroup.length > 0 ? byGroup : [all];
    return {
      id,
      ...all,
      notMyField,
      notMyFieldShare: notMyField / Math.max(1, notMyField + cast[at]!),
      x: points.x[column] ?? 0,
      y: points.y[column] ?? 0,
      extremity: points.extremity[column] ?? 0,
      byGroup,
      gacAgree: groupAwareConsensus(shown, "agree"),
      gacDisagree: groupAwareConsensus(shown, "disagree"),
    };
  });
}

function peopleWithBallots({ rowStart }: Votes): number {
  let people = 0;
  for (let row = 0; row + 1 < rowStart.length; row++) if (rowStart[row + 1]! > rowStart[row]!) people++;
  return people;
}
