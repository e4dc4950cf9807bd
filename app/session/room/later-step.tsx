import { lazy } from "react";

/** Apart from `later.tsx`, which the step itself needs. */
export const bringStep = () => import("./step-body.tsx");

/** What people write at and read in a step: the lobby, the check and the end do without. */
export const StepBody = lazy(() => bringStep().then(({ StepBody }) => ({ default: StepBody })));
