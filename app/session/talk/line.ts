/** A finished line of talk, as one reader sees it. */
export interface TalkLine {
  readonly id: string;
  readonly number: number;
  readonly own: boolean;
  /** as they chose to be shown; empty when they chose neither name nor function */
  readonly by: string;
  readonly text: string;
  readonly at: number;
}
/** What was said at one table, up to a number in the line of the dialogue. */
export interface TalkList {
  readonly seq: number;
  readonly lines: readonly TalkLine[];
}
