import { z } from "zod";
import { mostPieces } from "../../contribution/redact.ts";
import type {
  ContributionId,
  FloorId,
  GroupId,
  InsightId,
  NamingId,
  PersonId,
  RegistrationId,
  StepId,
  TeamNoteId,
  ThemeId,
} from "../../platform/ids.ts";
import { cleanLine, cleanText, textLength } from "../../platform/text.ts";
import { longestRunSheet } from "../../prepare/run-sheet/run-sheet.ts";
import { turnSeconds } from "../plenary/floor.ts";
import { longestAnnouncement, longestNote, longestReason, mostTables } from "./deed-limits.ts";

/** What the small forms of the cockpit send. Their messages are codes; `messages/cockpit.ts` has the words. */
const id = <T extends string>() => z.uuid("gone").transform((value) => value as T);
const whole = z.coerce.number("other").int("other");

const reason = z
  .string({ error: "reason-missing" })
  .transform(cleanText)
  .refine((text) => text !== "", "reason-missing")
  .refine((text) => textLength(text) <= longestReason, "too-long");
const line = (most: number) =>
  z
    .string({ error: "other" })
    .transform(cleanLine)
    .refine((text) => textLength(text) <= most, "too-long");

const subjectKind = z.enum(["contribution", "insight", "card"], { error: "other" });
const seenTurn = { beurt: whole };
export const clockForm = z.discriminatedUnion(
  "doen",
  [
    z.object({ doen: z.enum(["next", "back", "pause", "resume"]), ...seenTurn }),
    z.object({ doen: z.literal("goTo"), stap: whole, ...seenTurn }),
    z.object({ doen: z.enum(["extend", "shorten"]), seconden: whole, ...seenTurn }),
  ],
  { error: "other" },
);
const stepTime = z.object({
  id: id<StepId>(),
  seconds: whole.refine((seconds) => seconds >= 60 && seconds <= 14_400, "seconds"),
});
const note = z
  .string({ error: "note-missing" })
  .transform(cleanText)
  .refine((text) => text !== "", "note-missing")
  .refine((text) => textLength(text) <= longestNote, "note-too-long");
/** What was proposed comes along whole, so that pressing twice shortens once. */
export const shortenForm = z.object({
  onderdelen: z
    .string({ error: "gone" })
    .transform((typed) =>
      typed.split(",").map((one): unknown => {
        const [step, seconds] = one.split(":");
        return { id: step, seconds };
      }),
    )
    .pipe(z.array(stepTime, "gone").min(1, "gone").max(longestRunSheet, "gone")),
});
export const takeBackForm = z.object({ wat: z.enum(["clock", "times", "announcement", "move", "merge"], { error: "other" }) });
export const claimForm = z.object({ hulp: id<string>(), doen: z.enum(["claim", "release"], { error: "other" }) });
export const noteForm = z.discriminatedUnion(
  "doen",
  [
    z.object({ doen: z.literal("add"), id: id<TeamNoteId>(), tekst: note }),
    z.object({ doen: z.literal("remove"), id: id<TeamNoteId>() }),
  ],
  { error: "other" },
);
export const wallForm = z.discriminatedUnion(
  "doen",
  [
    z.object({ doen: z.enum(["check", "open"]), bijdragen: z.undefined().optional() }),
    z.object({ doen: z.enum(["let", "hold"]), bijdragen: z.string({ error: "gone" }).transform(listOf<ContributionId>) }),
  ],
  { error: "other" },
);
export const stateForm = z.object({ doen: z.enum(["open-lobby", "start", "end", "resume"], { error: "other" }) });
export const announcementForm = z.object({ tekst: line(longestAnnouncement) });
export const projectorForm = z.object({
  toont: z.enum(["question", "wall", "brought", "naming", "results", "nothing"], { error: "other" }),
  inzicht: z.union([z.literal(""), id<InsightId>()]).optional(),
});
export const revealForm = z.object({
  doen: z.enum(["reveal", "cover"], { error: "other" }),
  inzicht: z.union([z.literal("all"), id<InsightId>()]),
});
export const focusForm = z.object({ doen: z.enum(["focus", "unfocus"], { error: "other" }), inzicht: id<InsightId>() });
export const judgeForm = z.discriminatedUnion(
  "doen",
  [
    z.object({ doen: z.literal("accept"), inzicht: id<InsightId>() }),
    z.object({ doen: z.literal("refuse"), inzicht: id<InsightId>(), reden: reason }),
  ],
  { error: "other" },
);
export const hideForm = z.discriminatedUnion(
  "doen",
  [
    z.object({ doen: z.literal("hide"), bijdrage: id<ContributionId>(), reden: reason }),
    z.object({ doen: z.literal("unhide"), bijdrage: id<ContributionId>() }),
  ],
  { error: "other" },
);
export const flagForm = z.discriminatedUnion(
  "doen",
  [
    z.object({ doen: z.literal("hide"), wat: z.uuid("gone"), soort: z.literal("contribution", "other"), reden: reason }),
    z.object({
      doen: z.literal("redact"),
      wat: z.uuid("gone"),
      soort: subjectKind,
      woorden: z
        .string({ error: "redact-none" })
        .transform((typed) => [...new Set(typed.split(/\r?\n/).map((line) => line.trim()))].filter(Boolean).slice(0, mostPieces)),
      reden: reason,
    }),
    z.object({ doen: z.literal("dismiss"), wat: z.uuid("gone"), soort: subjectKind, antwoord: line(longestReason).default("") }),
  ],
  { error: "other" },
);
export const moveForm = z.object({
  mens: id<PersonId>(),
  deelgroep: z.uuid("no-such-group").transform((value) => value as GroupId),
});
const table = z.uuid("no-such-group").transform((value) => value as GroupId);
/** Some tables: boxes of one name, or, coming back after a refusal, one field with commas. */
const tables = z
  .array(z.string())
  .transform((typed) => typed.flatMap((one) => one.split(",")).filter(Boolean))
  .pipe(z.array(table).min(1, "no-table-chosen").max(mostTables, "other"));
export const tellForm = z.object({ deelgroep: tables, tekst: line(longestAnnouncement) });
export const noteTakerForm = z.object({ deelgroep: table, mens: z.union([z.literal(""), id<PersonId>()]) });
export const visitForm = z.object({ deelgroep: table, doen: z.enum(["enter", "leave"], { error: "other" }) });
export const mergeForm = z.object({ deelgroep: table, met: table });
export const measureForm = z.object({
  mens: id<PersonId>(),
  soort: z.enum(["asked", "muted", "removed"], { error: "other" }),
  reden: reason,
});
export const liftForm = z.object({ maatregel: id<string>() });
export const helpForm = z.object({ hulp: id<string>(), antwoord: line(longestReason).default("") });
const floorId = z.uuid("floor-gone").transform((value) => value as FloorId);
export const floorForm = z.discriminatedUnion(
  "doen",
  [
    z.object({
      doen: z.literal("give"),
      vraag: floorId,
      /** who had it on the screen of who gives it */
      gezien: z.union([z.literal("").transform(() => null), floorId]),
      seconden: whole.refine((seconds) => turnSeconds.some((one) => one === seconds), "other"),
    }),
    z.object({ doen: z.literal("end"), gezien: floorId }),
    z.object({ doen: z.literal("extend"), gezien: floorId, tot: whole }),
  ],
  { error: "other" },
);
export const captionerForm = z.object({ mens: z.union([z.literal(""), id<PersonId>()]) });
export const linkForm = z.object({ aanmeldingen: z.string({ error: "gone" }).transform(listOf<RegistrationId>) });

function listOf<T extends string>(typed: string): readonly T[] {
  const each = z.uuid();
  return typed.split(",").filter((one) => each.safeParse(one).success) as T[];
}

const naming = z.uuid("gone").transform((value) => value as NamingId);
export const nameForm = z.discriminatedUnion(
  "doen",
  [
    z.object({ doen: z.literal("open"), thema: z.uuid("theme-missing").transform((value) => value as ThemeId) }),
    z.object({ doen: z.enum(["let-choose", "close", "stop"]), naam: naming }),
    z.object({ doen: z.literal("adopt"), naam: naming, keuze: z.string({ error: "choose-name" }).max(60, "choose-name") }),
  ],
  { error: "other" },
);
