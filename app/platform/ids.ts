declare const kind: unique symbol;
/** A uuid that says of what: two kinds do not mix. */
type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type PersonId = Id<"person">;
export type DialogueId = Id<"dialogue">;
export type SessionId = Id<"session">;
export type StepId = Id<"step">;
export type FieldId = Id<"field">;
export type PartyId = Id<"party">;
export type RegistrationId = Id<"registration">;
export type GroupingId = Id<"grouping">;
export type GroupId = Id<"group">;
export type FloorId = Id<"floor">;
export type ContributionId = Id<"contribution">;
export type InsightId = Id<"insight">;
export type ThemeId = Id<"theme">;
/** Needs that were put together at one table. */
export type TogetherId = Id<"together">;
/** Words that a theme had. */
export type WordingId = Id<"wording">;
/** A point of the programme. */
export type ItemId = Id<"item">;
/** What somebody said of a draft item. */
export type ReactionId = Id<"reaction">;
/** A piece of text of the report, by the team. */
export type BlockId = Id<"block">;
/** A time in which participants read the draft along. */
export type ReviewId = Id<"review">;
export type RemarkId = Id<"remark">;
/** What some say beside a part of the report: a minority note. */
export type DissentId = Id<"dissent">;
export type NamingId = Id<"naming">;
/** What who leads a session wrote for each other. */
export type TeamNoteId = Id<"team-note">;
/** A key that somebody of the team signs in with. */
export type PasskeyId = Id<"passkey">;
export type MailId = Id<"mail">;
export type AnalysisId = Id<"analysis">;
/** Somebody in the network of a dialogue: another id than the person, for addresses. */
export type MemberId = Id<"member">;
/** What one member wrote to another. */
export type MessageId = Id<"message">;
/** What somebody asks or offers. */
export type AskId = Id<"ask">;
/** An entry of the library of practice. */
export type PracticeId = Id<"practice">;
export type CommitmentId = Id<"commitment">;
/** A dialogue on its way to another organisation. */
export type HandOverId = Id<"hand-over">;
/** A few questions between two meetings. */
export type PulseId = Id<"pulse">;
/** A program of somebody else's that may ask the API more. */
export type ApplicationId = Id<"application">;
/** An address that is told what happens. */
export type HookId = Id<"hook">;
export type HookEventId = Id<"hook-event">;
/** Some members who go on together: a working group, or colleagues around a case. */
export type CircleId = Id<"circle">;
export type CircleDateId = Id<"circle-date">;
/** What somebody wrote down for a circle. */
export type NoteId = Id<"note">;
/** A file with an entry of the library. */
export type FileId = Id<"file">;
