import { readZoned } from "../../platform/time.ts";

/** What an administrator asks of the audit log, from the address of the page. */
export interface AuditQuery {
  readonly scope: string | null;
  readonly what: string | null;
  readonly from: Date | null;
  /** The end of the last day. */
  readonly until: Date | null;
  readonly page: number;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const aDay = 86_400_000;

export function readAuditQuery(params: URLSearchParams): AuditQuery {
  const scope = params.get("waar") ?? "";
  const what = params.get("wat") ?? "";
  const until = readZoned(params.get("tot") ?? "", "00:00");
  return {
    scope: uuid.test(scope) ? scope : null,
    what: /^[\w.-]{1,80}$/.test(what) ? what : null,
    from: readZoned(params.get("vanaf") ?? "", "00:00"),
    until: until && new Date(until.getTime() + aDay),
    page: Math.max(1, Math.min(10_000, Number(params.get("pagina")) || 1)),
  };
}

/** "need.add" as its two halves. */
export function whatParts(what: string): { readonly thing: string; readonly verb: string } {
  const at = what.indexOf(".");
  return at < 0 ? { thing: what, verb: "" } : { thing: what.slice(0, at), verb: what.slice(at + 1) };
}
