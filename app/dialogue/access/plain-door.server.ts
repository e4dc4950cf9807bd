import { randomBytes } from "node:crypto";
import type { Services } from "../../platform/services.server.ts";
import type { Place, Visit } from "./context.server.ts";
import { enter } from "./enter.server.ts";
import { visitOf } from "./visit.server.ts";

/** As much of a request as says who asks, and for what. */
export interface Asks {
  readonly url: string;
  readonly headers: { get(name: string): string | null };
}

/** The door for routes beside React Router: the same table, the same answers, without a page around them. */
export async function openPlainDoor(
  services: Services,
  request: Asks,
  at: { readonly pattern: string; readonly params: Readonly<Record<string, string>>; readonly writes: boolean },
): Promise<{ readonly visit: Visit; readonly place: Place } | Response> {
  const visit = await visitOf(
    services,
    request,
    new URL(request.url, "http://localhost").pathname,
    randomBytes(8).toString("hex"),
  );
  try {
    return { visit, place: await enter(services, visit, at) };
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    const status = (thrown as { init?: { status?: number } | null }).init?.status;
    if (status === undefined) throw thrown;
    return new Response(String((thrown as { data?: unknown }).data ?? ""), { status, headers: { "Cache-Control": "no-store" } });
  }
}
