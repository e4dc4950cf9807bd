import { lazy } from "react";

const panel = () => import("./similar-needs.tsx");

/** Comes when there is a need to write; nothing waits for it. */
export const SimilarNeeds = lazy(() => panel().then(({ SimilarNeeds }) => ({ default: SimilarNeeds })));
