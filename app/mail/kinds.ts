/** Every kind of mail that Klankbord sends; letters.server.ts has one builder for each. */
export const letterKinds = ["team.sign-in", "team.invite"] as const;
export type LetterKind = (typeof letterKinds)[number];
