/** The parts of an error that tell what kind it is; the rest may hold what people typed. */
interface Trace {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
}

/** An error and its causes: a query of drizzle wraps what PostgreSQL said. */
function* traceOf(error: unknown): Generator<Trace> {
  let at = error;
  for (let depth = 0; depth < 5 && typeof at === "object" && at !== null; depth += 1) {
    yield at as Trace;
    at = (at as Trace).cause;
  }
}

// Connection exceptions, no room (disk full, too many connections), the operator stepped in, system errors,
// read only, sign-in refused, database gone, and locks or clashes that pass.
const sqlAway = /^(08|53|57|58|28)...$|^(25006|3D000|55P03|40001|40P01)$/;
const netAway = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);
// What pg and its pool say without a code.
const saidAway =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout|Cannot use a pool after calling end)/;

/** Whether the database cannot be reached, or cannot keep anything now: nothing is acknowledged, and later it works. */
export function isAway(error: unknown): boolean {
  for (const { code, syscall, message } of traceOf(error)) {
    if (typeof code === "string" && (sqlAway.test(code) || netAway.has(code))) return true;
    if (code === "ENOENT" && syscall === "connect") return true;
    if (typeof message === "string" && saidAway.test(message)) return true;
  }
  return false;
}

/** Whether the database could not read a value: a torn address or form that no rule caught before. */
export function isUnreadable(error: unknown): boolean {
  for (const { code } of traceOf(error)) {
    if (typeof code === "string" && /^22(003|007|008|021|P02|P05)$/.test(code)) return true;
  }
  return false;
}

/** What may be logged of an error: its name and code. Its message may hold parameters. */
export function labelOf(error: unknown): { readonly name: string; readonly code: string } {
  let name = "unknown";
  let code = "";
  for (const one of traceOf(error)) {
    if (name === "unknown" && typeof one.name === "string") name = one.name;
    if (code === "" && (typeof one.code === "string" || typeof one.code === "number")) code = String(one.code);
  }
  return { name, code };
}
