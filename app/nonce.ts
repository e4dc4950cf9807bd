import { createContext } from "react";

/** The nonce of this answer, for the few scripts that a page may hold. */
export const Nonce = createContext<string | undefined>(undefined);
