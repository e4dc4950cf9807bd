import { fewest } from "../../disclosure/kept-rows.ts";
import { peopleTable } from "../../disclosure/people-table.ts";
import type { DissentId, FieldId } from "../../platform/ids.ts";
import { type Counted, changedAtLeast, enoughChanged } from "../publish/versions.ts";

/**
 * Who stands under a minority note, as a version says it: a number of five or more, that it were few, or names without a number: from a
 * number beside names one could tell how few have none.
 */
type Under = { readonly status: "people"; readonly people: number } | { readonly status: "few" | "named" };

export interface FrozenDissent {
  readonly id: DissentId;
  readonly number: number;
  readonly part: string;
  readonly under: Under;
  /** Fields from which five or more stand under it. */
  readonly fields: readonly FieldId[];
}
/** What reading along came to, in numbers that may be shown. */
export interface ReviewFigures {
  readonly agreed: readonly { readonly part: string; readonly people: number }[];
  readonly dissents: readonly FrozenDissent[];
}
export interface ReviewBasis {
  readonly agreed: Readonly<Record<string, Counted>>;
  readonly dissents: Readonly<Record<string, Counted>>;
}
export interface Heard {
  readonly agreed: readonly { readonly part: string; readonly at: number }[];
  readonly signers: readonly {
    readonly id: DissentId;
    readonly number: number;
    readonly part: string;
    readonly field: FieldId | null;
    readonly named: boolean;
    readonly at: number;
  }[];
}

type Before = { readonly figures: ReviewFigures; readonly basis: ReviewBasis };

/** Counts anew what five people or more changed since the version before; the rest stays as it was told. */
export function countReview(heard: Heard, before: Before | null, now: Date): { figures: ReviewFigures; basis: ReviewBasis } {
  const agreed = [
    ...new Set([...heard.agreed.map(({ part }) => part), ...(before?.figures.agreed ?? []).map(({ part }) => part)]),
  ].map((part) => {
    const moments = heard.agreed.filter((one) => one.part === part).map(({ at }) => at);
    const counted = before?.basis.agreed[part];
    if (counted && !moved(counted, moments))
      return { part, counted, people: before?.figures.agreed.find((one) => one.part === part)?.people };
    return { part, counted: countedAt(now, moments), people: moments.length >= fewest ? moments.length : undefined };
  });
  const notes = [...Map.groupBy(heard.signers, ({ id }) => id).values()].map((signers) => countNote(signers, before, now));
  return {
    figures: {
      agreed: agreed.flatMap(({ part, people }) => (people === undefined ? [] : { part, people })),
      dissents: notes.map(({ note }) => note),
    },
    basis: {
      agreed: Object.fromEntries(agreed.map(({ part, counted }) => [part, counted])),
      dissents: Object.fromEntries(notes.map(({ note, counted }) => [note.id, counted])),
    },
  };
}

function countNote(signers: Heard["signers"], before: Before | null, now: Date): { note: FrozenDissent; counted: Counted } {
  const [first] = signers as readonly [Heard["signers"][number]];
  const { id, number, part } = first;
  const told = before?.figures.dissents.find((one) => one.id === id);
  const counted = before?.basis.dissents[id];
  const moments = signers.map(({ at }) => at);
  const named = signers.some((one) => one.named);
  if (told && counted && !moved(counted, moments)) {
    // names come beside few, never beside a number that was told
    const under: Under = told.under.status === "few" && named ? { status: "named" } : told.under;
    return { note: { ...told, part, under }, counted };
  }
  const once = told?.under.status;
  const by: Under["status"] =
    once === "named" || (named && once !== "people") ? "named" : signers.length >= fewest ? "people" : "few";
  return {
    note: {
      id,
      number,
      part,
      under: by === "people" ? { status: by, people: signers.length } : { status: by },
      fields: fieldsOf(signers),
    },
    counted: countedAt(now, moments),
  };
}

function fieldsOf(signers: Heard["signers"]): FieldId[] {
  const fields = [...new Set(signers.flatMap(({ field }) => field ?? []))].sort();
  const people = [...fields, ""].map((field) => ({
    field,
    party: "all",
    people: signers.filter((one) => (one.field ?? "") === field).length,
  }));
  const { fields: rows } = peopleTable({ fields, parties: ["all"] }, people);
  return rows.flatMap(({ id, size }) => (size.status === "people" ? (id as FieldId) : []));
}

const countedAt = (now: Date, moments: readonly number[]): Counted => ({ at: now.toISOString(), people: moments.length });

function moved(counted: Counted, moments: readonly number[]): boolean {
  const same = moments.filter((at) => at <= Date.parse(counted.at)).length;
  return changedAtLeast(counted, { same, later: moments.length - same }) >= enoughChanged;
}
