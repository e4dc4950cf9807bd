import { z } from "zod";
import { hookForm } from "../../platform/webhooks/hook.ts";
import { scopes } from "./scope.ts";

const id = z.uuid("missing");

/** What the page of connections sends: a new application, the end of one, or a new webhook. */
export const connectionForm = z.discriminatedUnion(
  "doen",
  [
    z.object({
      doen: z.literal("application"),
      id,
      name: z.string().trim().min(1, "missing").max(80, "long"),
      scopes: z.array(z.enum(scopes)).min(1, "missing"),
      oauthClient: z.string().trim().max(200, "long").default(""),
    }),
    z.object({ doen: z.literal("end-application"), id }),
    hookForm,
  ],
  { error: "missing" },
);

/** What the page of one webhook sends. */
export const hookDeedForm = z.discriminatedUnion(
  "doen",
  [
    z.object({ doen: z.enum(["pause", "resume", "end", "replace", "test"]) }),
    z.object({ doen: z.literal("again"), delivery: id }),
  ],
  { error: "missing" },
);
