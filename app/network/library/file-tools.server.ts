import type { Environment } from "../../platform/environment.ts";
import { clamav } from "../../platform/files/clamav.server.ts";
import { s3 } from "../../platform/files/object-store.server.ts";
import type { FileTools } from "./files.server.ts";

/** As the installation is set: a store beside the database, a scanner, both or neither. */
export const filesOf = ({ storage, clamavUrl }: Pick<Environment, "storage" | "clamavUrl">): FileTools => ({
  store: storage ? s3(storage) : null,
  scan: clamavUrl ? clamav(clamavUrl) : null,
});
