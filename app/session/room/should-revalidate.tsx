import type { ShouldRevalidateFunctionArgs } from "react-router";

/**
 * Another insight of the check is on the page already. Not so when the check begins: then the page was
 * fetched, and was sent on to the address of its first insight.
 */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const [from, to] = [currentUrl.searchParams, nextUrl.searchParams];
  const begins = from.get("inzicht") === null && to.get("inzicht") !== null;
  const turned = ["inzicht", "deel"].some((name) => from.get(name) !== to.get(name));
  return turned && !begins && currentUrl.pathname === nextUrl.pathname && !formMethod ? false : defaultShouldRevalidate;
}
