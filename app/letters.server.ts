import type { LetterKind } from "./mail/kinds.ts";
import type { LetterBuilder } from "./mail/send.server.ts";
import { inviteLetter, signInLetter } from "./team/letters.server.ts";

/** Table of contents: who writes which kind of mail. */
export const letters: Readonly<Record<LetterKind, LetterBuilder>> = {
  "team.sign-in": signInLetter,
  "team.invite": inviteLetter,
};
