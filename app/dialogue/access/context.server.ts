import { createContext } from "react-router";
import type { Locale } from "../../language/locale.ts";
import type { PersonId } from "../../platform/ids.ts";
import type { Services } from "../../platform/services.server.ts";
import type { Role } from "../people/role.ts";
import type { registration } from "../people/tables.ts";
import type { dialogue, session } from "../tables.ts";

/** Who asks, before we know for what. */
export interface Visit {
  readonly nonce: string;
  readonly locale: Locale;
  readonly path: string;
  readonly team: {
    readonly deviceId: string;
    readonly personId: PersonId;
    readonly name: string;
    /** A passkey is asked of them, and they came without. */
    readonly atDoor: boolean;
  } | null;
  readonly guest: { readonly deviceId: string; readonly personId: PersonId; readonly confirmed: boolean } | null;
}

/** Where they are and what they may be there; made by the root's middleware from the route's parameters. */
export interface Place {
  readonly dialogue: typeof dialogue.$inferSelect | null;
  readonly session: typeof session.$inferSelect | null;
  readonly registration: typeof registration.$inferSelect | null;
  readonly roles: ReadonlySet<Role>;
}

/** What came of a request, for the one place that turns a fault into an answer, and for the figures. */
export interface Outcome {
  pattern: string | null;
  fault: unknown;
}

export const servicesContext = createContext<Services>();
export const visitContext = createContext<Visit>();
export const placeContext = createContext<Place>();
export const outcomeContext = createContext<Outcome>();
/** HTML that was drawn before, for the page to take up: app/language/page-context.ts. */
export const drawnContext = createContext<string | null>(null);
