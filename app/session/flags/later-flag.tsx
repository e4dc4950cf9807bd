import { lazy } from "react";

const form = () => import("./flag-form.tsx");
const own = () => import("./own-flags.tsx");

export const FlagForm = lazy(() => form().then(({ FlagForm }) => ({ default: FlagForm })));
export const OwnFlags = lazy(() => own().then(({ OwnFlags }) => ({ default: OwnFlags })));
export const flagParts = [form, own] as const;
