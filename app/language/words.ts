import { use } from "react";
import { useRouteLoaderData } from "react-router";
import type { Locale } from "./locale.ts";
import { PageContext } from "./page-context.ts";

/** Both languages of one feature. */
export interface Both<T> {
  readonly nl: T;
  readonly en: T;
}

export function useLocale(): Locale {
  const root = useRouteLoaderData("root") as { locale: Locale } | undefined;
  const page = use(PageContext);
  return root?.locale ?? page.locale ?? "nl";
}

/** The words of a feature in the reader's language. */
export const useWords = <T>(both: Both<T>): T => both[useLocale()];
