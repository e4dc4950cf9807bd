/** Every kind of mail that Klankbord sends; letters.server.ts has one builder for each. */
export const letterKinds = [
  "team.sign-in",
  "team.invite",
  "registration.confirm",
  "registration.confirmed",
  "registration.admitted",
  "registration.promoted",
  "registration.waiting",
  "registration.declined",
  "registration.withdrawn",
  "registration.moved",
  "registration.cancelled",
  "registration.invite",
  "registration.substitute",
  "registration.link",
  "registration.device",
  "registration.message",
  "report.published",
  "reminder.7d",
  "reminder.1d",
  "reminder.30m",
] as const;
export type LetterKind = (typeof letterKinds)[number];
