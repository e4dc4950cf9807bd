import type { RegistrationState } from "./places.ts";

/** How loud a state is; its word says it. */
export const stateTones = {
  pending: "warn",
  confirmed: "calm",
  waiting: "warn",
  admitted: "good",
  declined: "plain",
  withdrawn: "plain",
} as const satisfies Readonly<Record<RegistrationState, string>>;
