import type { DissentId, RemarkId } from "../../platform/ids.ts";

/** A remark as participants read it; whose it is, only its writer sees. */
export interface RemarkView {
  readonly id: RemarkId;
  readonly number: number;
  readonly part: string;
  /** Which copy it was about. */
  readonly copy: number;
  readonly kind: "remark" | "correction";
  readonly text: string;
  readonly words: string;
  readonly state: "visible" | "withdrawn" | "hidden" | "erased";
  readonly mine: boolean;
  /** How many others stand behind it. */
  readonly backers: number;
  readonly backed: boolean;
  readonly verdict: "taken" | "partly" | "not" | null;
  readonly answer: string;
}

/** What somebody who reads along sees of a minority note. How many stand under it is told when the report is out. */
export interface DissentView {
  readonly id: DissentId;
  readonly number: number;
  readonly part: string;
  readonly text: string;
  readonly version: number;
  readonly state: "visible" | "withdrawn" | "hidden" | "erased";
  /** Of the reader: stands under it, with or without their name. */
  readonly mine: "no" | "unnamed" | "named";
  /** Nobody else stands under it: its writer may still change it. */
  readonly alone: boolean;
  readonly answer: string;
}
