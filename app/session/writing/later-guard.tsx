import { lazy } from "react";

const warning = () => import("../../contribution/guard-warning.tsx");
const held = () => import("./guard-unsent.tsx");

/** The detector comes with them: most who write never need it. */
export const GuardWarning = lazy(() => warning().then(({ GuardWarning }) => ({ default: GuardWarning })));
export const GuardUnsent = lazy(() => held().then(({ GuardUnsent }) => ({ default: GuardUnsent })));
export const guardParts = [warning, held] as const;
