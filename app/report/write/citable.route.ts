import { askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { findGrounds } from "../gather/grounds.server.ts";
import type { Route } from "./+types/citable.route.ts";

/** Contributions that a text may quote or rest on, by `?zoek=words`: `{ found: [{ number, text }], more }`. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue } = askedOfDialogue(context);
  const search = (new URL(request.url).searchParams.get("zoek") ?? "").trim().slice(0, 200);
  const number = /^#?(\d{1,7})$/.exec(search)?.[1];
  const wish = number ? { search: "", chosen: [Number(number)] } : { search, chosen: [] };
  const { chosen, found, more } = await findGrounds(context.get(servicesContext).db, dialogue.id, { ...wish, theme: null });
  const lines = [...chosen.filter(({ gone }) => !gone), ...found].map(({ number: of, text }) => ({ number: of, text }));
  return Response.json({ found: lines, more }, { headers: { "Cache-Control": "no-store" } });
}
