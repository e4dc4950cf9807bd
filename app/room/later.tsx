import { lazy } from "react";

const fetchCheck = () => import("./check-page.tsx");
const fetchOutcomes = () => import("./outcomes.tsx");

// Most of the morning needs neither: they come after the rest, and before they are asked for.
export const CheckPage = lazy(() => fetchCheck().then(({ CheckPage }) => ({ default: CheckPage })));
export const Outcomes = lazy(() => fetchOutcomes().then(({ Outcomes }) => ({ default: Outcomes })));

/** Fetches them ahead, so that a step that begins while the network is away still has its page. */
export function fetchAhead(): void {
  for (const fetch of [fetchCheck, fetchOutcomes]) fetch().catch(() => {});
}
