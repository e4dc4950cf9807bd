import { objection } from "../../../method/guard/weigh.ts";
import type { Reader } from "../../../platform/database/change.server.ts";
import type { FoundArea } from "../../areas/area-search.ts";
import { lookUpArea } from "./area-search.server.ts";
import type { Lists } from "./form-page.server.ts";
import {
  guardedAnswers,
  type Registration,
  readRegistration,
  type TypedRegistration,
  typedRegistration,
} from "./registration.ts";

export interface WrongForm {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: TypedRegistration;
  readonly chosenArea: string;
  /** Areas of the same name, to choose from. */
  readonly areaChoices: readonly FoundArea[];
  /** Nothing is wrong but words that look like personal data. */
  readonly guarded?: boolean;
}

/** Reads the form with the lists of its dialogue; the area by what was taken from the suggestions, or by its name. */
export async function readAnswers(
  db: Reader,
  lists: Lists,
  form: FormData,
): Promise<{ ok: true; value: Registration } | ({ ok: false } & WrongForm)> {
  const text = (name: string) => String(form.get(name) ?? "");
  const chosenArea = text("area-pick") || text("area-chosen");
  const area = await lookUpArea(db, text("area"), chosenArea);
  const read = readRegistration(form, {
    fields: lists.fields,
    parties: lists.parties,
    areaOf: () => (area.status === "found" ? area.area : null),
    privacyVersion: lists.privacy.version,
  });
  if (read.status === "ok" && objection(form, guardedAnswers))
    return { ok: false, errors: {}, typed: typedRegistration(form), chosenArea, areaChoices: [], guarded: true };
  if (read.status === "ok") return { ok: true, value: read.value };
  const several = read.errors.area && area.status === "several";
  return {
    ok: false,
    errors: several ? { ...read.errors, area: "several" } : { ...read.errors },
    typed: read.typed,
    chosenArea,
    areaChoices: several ? area.choices : [],
  };
}
