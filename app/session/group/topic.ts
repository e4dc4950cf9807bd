export interface Topic {
  readonly name: string;
  /** How many more may choose it. */
  readonly places: number;
}
