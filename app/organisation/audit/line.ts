/** A line of the log as it is sealed and exported: ids only, `at` in UTC. */
export interface Line {
  readonly scope: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly what: string;
  readonly subjectKind: string;
  readonly subjectId: string;
}

/** What is sealed of a line: every part of it, in one way of writing. */
export const lineText = ({ scope, seq, at, actor, what, subjectKind, subjectId }: Line): string =>
  JSON.stringify([scope, seq, at, actor, what, subjectKind, subjectId]);

/** A line as one row of JSON lines. */
export const toJsonLine = ({ scope, seq, at, actor, what, subjectKind, subjectId }: Line): string =>
  `${JSON.stringify({ scope, seq, at, actor, what, subject: { kind: subjectKind, id: subjectId } })}\n`;

/** @throws SyntaxError on what is no such row */
export function fromJsonLine(row: string): Line {
  const { subject, ...line } = JSON.parse(row) as Omit<Line, "subjectKind" | "subjectId"> & {
    readonly subject: { readonly kind: string; readonly id: string };
  };
  return { ...line, subjectKind: subject.kind, subjectId: subject.id };
}
