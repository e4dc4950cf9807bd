import { createContext, use } from "react";
import type { TouchedField } from "../../contribution/seen.ts";

/** The fields of the dialogue, for whoever writes or changes a need. */
export const FieldsContext = createContext<readonly TouchedField[]>([]);
export const useFields = (): readonly TouchedField[] => use(FieldsContext);
