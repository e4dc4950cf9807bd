import { createContext } from "react";
import type { Locale } from "./locale.ts";

interface Known {
  readonly nonce?: string;
  readonly locale?: Locale;
  /** A long page that was drawn before, as HTML: too much to go through the data of a page that has no script. */
  readonly drawn?: string;
}
/** What only the server knows of the page it makes: the nonce for scripts, and the language where no loader ran. */
export const PageContext = createContext<Known>({});
