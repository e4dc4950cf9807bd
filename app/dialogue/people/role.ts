/** What somebody may be in a dialogue. Only the first six are given; the others follow from what a visitor shows. */
export type TeamRole = "administrator" | "organiser" | "facilitator" | "analyst" | "note-taker" | "observer";
export const teamRoles: readonly TeamRole[] = ["administrator", "organiser", "facilitator", "analyst", "note-taker", "observer"];

/**
 * - anyone: every visitor
 * - application: a program that shows a key; nobody else is one
 * - registrant: has a personal link of this dialogue, admitted or not, on a confirmed device
 * - participant: admitted, on a confirmed device, not removed from the session
 * - creator: may make dialogues (organiser of the installation)
 * - signed-in: anybody of any team
 * - at-door: of a team, but came by a link where the installation asks a passkey; has no other role of a team until then
 */
export type Role = TeamRole | "anyone" | "application" | "registrant" | "participant" | "creator" | "signed-in" | "at-door";
