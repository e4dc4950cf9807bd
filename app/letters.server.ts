import { reportLetter } from "./feedback/letters.server.ts";
import { circleLetter } from "./network/circles/circle-letter.server.ts";
import { digestLetter } from "./network/digest/digest-letter.server.ts";
import * as networkLetters from "./network/inbox/letters.server.ts";
import { practiceLetter } from "./network/library/practice-letter.server.ts";
import { testLetter } from "./organisation/site/test-letter.server.ts";
import {
  breakGlassLetter,
  inviteLetter,
  keysGoneLetter,
  newDeviceLetter,
  newKeyLetter,
  signInLetter,
} from "./organisation/team/letters.server.ts";
import type { LetterKind } from "./platform/mail/kinds.ts";
import type { LetterBuilder } from "./platform/mail/send.server.ts";
import * as about from "./prepare/registration/mail/letters.server.ts";
import { messageLetter } from "./prepare/registration/mail/messages.server.ts";
import { eraseAskedLetter, erasedLetter, keptLetter } from "./privacy/erase/letters.server.ts";
import { transferDoneLetter, transferLetter } from "./privacy/hand-over/hand-over-letter.server.ts";
import { newsLetter, reactLetter, remindLetter } from "./programme/news/news-letters.server.ts";
import { ownerLetter } from "./programme/owners/letters.server.ts";
import { answeredLetter, reviewClosingLetter, reviewOpenLetter } from "./report/review/review-letters.server.ts";
import { pulseLetter } from "./results/pulse/pulse-letter.server.ts";
import { moderatedLetter } from "./session/flags/moderated-letter.server.ts";
import { changedLetter } from "./session/insights/letters.server.ts";
import { addAgainLetter, addFirstLetter, prepareLetter } from "./session/people/letters.server.ts";

/** Table of contents: who writes which kind of mail. */
export const letters: Readonly<Record<LetterKind, LetterBuilder>> = {
  "team.sign-in": signInLetter,
  "team.invite": inviteLetter,
  "team.new-device": newDeviceLetter,
  "team.new-key": newKeyLetter,
  "team.keys-gone": keysGoneLetter,
  "team.break-glass": breakGlassLetter,
  "dialogue.erase-asked": eraseAskedLetter,
  "dialogue.kept": keptLetter,
  "dialogue.erased": erasedLetter,
  "site.test": testLetter,
  "registration.confirm": about.confirmLetter,
  "registration.confirmed": about.confirmedLetter,
  "registration.admitted": about.admittedLetter,
  "registration.promoted": about.promotedLetter,
  "registration.waiting": about.waitingLetter,
  "registration.declined": about.declinedLetter,
  "registration.withdrawn": about.withdrawnLetter,
  "registration.moved": about.movedLetter,
  "registration.cancelled": about.cancelledLetter,
  "registration.invite": about.inviteLetter,
  "registration.substitute": about.substituteLetter,
  "registration.link": about.linkLetter,
  "registration.device": about.deviceLetter,
  "registration.message": messageLetter,
  "session.prepare": prepareLetter,
  "session.add": addFirstLetter,
  "session.add-reminder": addAgainLetter,
  "contribution.moderated": moderatedLetter,
  "insight.changed": changedLetter,
  "report.published": reportLetter,
  "programme.owner": ownerLetter,
  "programme.react": reactLetter,
  "programme.remind": remindLetter,
  "programme.news": newsLetter,
  "review.open": reviewOpenLetter,
  "review.closing": reviewClosingLetter,
  "review.answered": answeredLetter,
  "pulse.ask": pulseLetter,
  "transfer.ask": transferLetter,
  "transfer.done": transferDoneLetter,
  "network.circle": circleLetter,
  "network.commitment": networkLetters.commitmentLetter,
  "network.digest": digestLetter,
  "network.message": networkLetters.messageLetter,
  "network.practice": practiceLetter,
  "network.reply": networkLetters.replyLetter,
  "reminder.7d": about.reminderLetter("7d"),
  "reminder.1d": about.reminderLetter("1d"),
  "reminder.30m": about.reminderLetter("30m"),
};
