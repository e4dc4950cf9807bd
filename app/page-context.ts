import { createContext } from "react";
import type { Locale } from "./messages/locale.ts";

/** What only the server knows of the page it makes: the nonce for scripts, and the language where no loader ran. */
export const PageContext = createContext<{ readonly nonce?: string; readonly locale?: Locale }>({});
