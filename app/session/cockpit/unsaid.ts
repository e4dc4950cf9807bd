/** What is said in a line of who leads: the fields of the small forms of the cockpit that hold words. */
export const saidFields = ["tekst", "reden", "antwoord"] as const;

/** Words that were not kept, and why: they come back as they were typed. */
export interface Unsaid {
  readonly code: string;
  readonly typed: Readonly<Record<string, string>>;
}
