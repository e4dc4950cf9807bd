import { existsSync } from "node:fs";
import path from "node:path";

/** The project's root: the nearest folder above with a package.json, from the sources and from the build alike. */
export const projectRoot: string = (() => {
  let at = import.meta.dirname;
  while (!existsSync(path.join(at, "package.json"))) {
    const up = path.dirname(at);
    if (up === at) throw new Error("no package.json above this file");
    at = up;
  }
  return at;
})();
