import type { ShouldRevalidateFunctionArgs } from "react-router";

/** Another insight of the check, or needs of one field, are on the page already. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const turned = ["inzicht", "deel", "vakgebied"].some(
    (name) => currentUrl.searchParams.get(name) !== nextUrl.searchParams.get(name),
  );
  return turned && currentUrl.pathname === nextUrl.pathname && !formMethod ? false : defaultShouldRevalidate;
}
