export interface LineLimits {
  /** A line that is this many bytes behind is passed by until it has caught up. */
  readonly behindBytes: number;
  /** One that does not catch up, or would need this much memory, ends. */
  readonly behindMs: number;
  readonly mostBytes: number;
  readonly goneAfterMs: number;
  /** How long a plain request waits for something new. */
  readonly holdMs: number;
}
