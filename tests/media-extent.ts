import { inject, test } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** whether all of the tests of media run, as `npm run test:media` does, or a smoke of each */
    media: "all" | "smoke";
  }
}

const absent: unknown = new Proxy(() => absent, { get: () => absent });

/** As `test`, in `npm run test:media` only; what stands as `test` beside it is the smoke, which `npm test` runs. */
export const thorough = inject("media") === "all" ? test : (absent as typeof test);
