/** What is kept of somebody, as they may take it along: sections with rows, the same on the page and in the file. */
export type Value = string | number | boolean | null;
export type SectionName =
  | "person"
  | "registrations"
  | "consents"
  | "cards"
  | "network"
  | "networkMessages"
  | "networkAsks"
  | "networkPractice"
  | "networkCircles"
  | "commitments"
  | "contributions"
  | "proposals"
  | "recognised"
  | "answers"
  | "opinionGroups"
  | "marks"
  | "nameChoices"
  | "presence"
  | "steps"
  | "groups"
  | "floor"
  | "help"
  | "teamNotes"
  | "flags"
  | "agreed"
  | "remarks"
  | "dissents"
  | "reactions"
  | "itemsOwned"
  | "programmeNews"
  | "measures"
  | "roles"
  | "devices"
  | "passkeys"
  | "accounts"
  | "mails"
  | "deeds";
export interface Section {
  readonly name: SectionName;
  readonly rows: readonly Readonly<Record<string, Value>>[];
}
