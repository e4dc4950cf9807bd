import { z } from "zod";
import type { FieldId, PartyId } from "../../../platform/ids.ts";
import { mailAddress } from "../../../platform/mail/mail-address.ts";
import { cleanLine, cleanText, textLength } from "../../../platform/text.ts";

export const shownAs = ["full", "function", "none"] as const;
export type ShownAs = (typeof shownAs)[number];

export const accessKinds = ["captions", "sign-language", "text-only"] as const;
type AccessKind = (typeof accessKinds)[number];

/** `text` on the form, in code points */
export const registrationLimits = {
  name: 120,
  mail: 254,
  organisation: 160,
  function: 120,
  brings: 1000,
  accessNeeds: 1000,
} as const;

export type AreaRef = { readonly code: string; readonly year: number };

export type RegistrationLists = {
  readonly fields: readonly { readonly id: FieldId }[];
  readonly parties: readonly { readonly id: PartyId; readonly organisationOptional: boolean }[];
  /** the area of a code, or of a name that was typed without script; null when there is none or more than one */
  readonly areaOf: (typed: string) => AreaRef | null;
  /** of the privacy text as it stands now */
  readonly privacyVersion: number;
};

export type Registration = {
  readonly name: string;
  readonly mail: string;
  readonly organisation: string;
  readonly function: string;
  readonly party: PartyId;
  readonly field: FieldId;
  /** without the main one */
  readonly otherFields: readonly FieldId[];
  readonly area: AreaRef | null;
  readonly brings: string;
  /** empty, or with the person's explicit consent */
  readonly accessKinds: readonly AccessKind[];
  readonly accessNeeds: string;
  readonly shownAs: ShownAs;
  readonly licence: true;
  readonly privacyVersion: number;
};

/** `changed`: the privacy text was renewed while the form lay open; `consent`: access needs may only be kept with the box ticked. */
type RegistrationCode = "missing" | "too-long" | "invalid" | "unknown" | "consent" | "changed";
/** Answers that others read, in one's own words. */
export const guardedAnswers = ["brings", "accessNeeds"] as const;

const registrationFields = [
  "name",
  "mail",
  "party",
  "organisation",
  "function",
  "field",
  "otherFields",
  "area",
  "brings",
  "accessKinds",
  "accessNeeds",
  "accessConsent",
  "shownAs",
  "licence",
  "privacyVersion",
] as const;
type RegistrationField = (typeof registrationFields)[number];

/** Just as it was typed, to fill the form again. */
export type TypedRegistration = Readonly<Record<Exclude<RegistrationField, ListField>, string>> &
  Readonly<Record<ListField, readonly string[]>>;
const listFields = ["otherFields", "accessKinds"] as const;
type ListField = (typeof listFields)[number];

export type RegistrationRead =
  | { readonly status: "ok"; readonly value: Registration }
  | {
      readonly status: "errors";
      /** in the order of the form */
      readonly errors: Readonly<Partial<Record<RegistrationField, RegistrationCode>>>;
      readonly typed: TypedRegistration;
    };

export function readRegistration(form: FormData, lists: RegistrationLists): RegistrationRead {
  const typed = typedRegistration(form);
  const party = lists.parties.find((p) => p.id === typed.party);
  const read = registrationSchema(lists, {
    // nobody is told to name an organisation before it is known whether they must
    organisationRequired: party !== undefined && !party.organisationOptional,
    hasAccessNeeds: typed.accessKinds.length > 0 || cleanText(typed.accessNeeds) !== "",
  }).safeParse(typed);
  if (read.success) {
    const { accessConsent: _, ...value } = read.data;
    return { status: "ok", value };
  }
  const errors: Partial<Record<RegistrationField, RegistrationCode>> = {};
  for (const field of registrationFields) {
    const issue = read.error.issues.find((i) => i.path[0] === field);
    if (issue) errors[field] = issue.message as RegistrationCode; // each message of the schema is one of our codes
  }
  return { status: "errors", errors, typed };
}

export function typedRegistration(form: FormData): TypedRegistration {
  const isList = (field: RegistrationField): field is ListField => (listFields as readonly string[]).includes(field);
  const typed = registrationFields.map((f) => [f, isList(f) ? form.getAll(f).map(text) : text(form.get(f))]);
  return Object.fromEntries(typed) as TypedRegistration;
}

function registrationSchema(lists: RegistrationLists, given: { organisationRequired: boolean; hasAccessNeeds: boolean }) {
  const fieldIds = new Set<string>(lists.fields.map((f) => f.id));
  const partyIds = new Set<string>(lists.parties.map((p) => p.id));
  const oneOf = <T extends string>(ids: ReadonlySet<string>) =>
    required(z.string()).refine((id): id is T => id === "" || ids.has(id), "unknown");
  const organisation = (most: number) => (given.organisationRequired ? required(line(most)) : line(most));

  return z
    .object({
      name: required(line(registrationLimits.name)),
      mail: z.string().transform(cleanLine).pipe(mailAddress),
      party: oneOf<PartyId>(partyIds),
      organisation: organisation(registrationLimits.organisation),
      function: organisation(registrationLimits.function),
      field: oneOf<FieldId>(fieldIds),
      otherFields: z
        .array(z.string())
        .refine((ids): ids is FieldId[] => ids.every((id) => fieldIds.has(id)), "unknown")
        .transform((ids) => [...new Set(ids)]),
      area: z.string().transform((typed, context) => {
        const wanted = cleanLine(typed);
        const area = wanted === "" ? null : lists.areaOf(wanted);
        if (wanted !== "" && area === null) context.addIssue({ code: "custom", message: "unknown" });
        return area;
      }),
      brings: paragraph(registrationLimits.brings),
      accessKinds: z
        .array(z.string())
        .refine((kinds): kinds is AccessKind[] => kinds.every((k) => (accessKinds as readonly string[]).includes(k)), "unknown"),
      accessNeeds: paragraph(registrationLimits.accessNeeds),
      accessConsent: z.string().refine((ticked) => ticked !== "" || !given.hasAccessNeeds, "consent"),
      shownAs: required(z.string()).refine(
        (how): how is ShownAs => how === "" || (shownAs as readonly string[]).includes(how),
        "unknown",
      ),
      licence: z.string().transform((ticked, context): true => {
        if (ticked === "") context.addIssue({ code: "custom", message: "missing" });
        return true;
      }),
      privacyVersion: z
        .string()
        .refine((version) => version === String(lists.privacyVersion), "changed")
        .transform(Number),
    })
    .transform((value) => ({ ...value, otherFields: value.otherFields.filter((id) => id !== value.field) }));
}

function line(most: number) {
  return z
    .string()
    .transform(cleanLine)
    .refine((value) => textLength(value) <= most, "too-long");
}

function paragraph(most: number) {
  return z
    .string()
    .transform(cleanText)
    .refine((value) => textLength(value) <= most, "too-long");
}

function required<T extends z.ZodType<string>>(schema: T) {
  return schema.refine((value) => value.trim() !== "", "missing");
}

function text(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}
