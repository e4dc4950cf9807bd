import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { answerDeed, returnTo } from "../room/deed.server.ts";
import { RefusedPage } from "../room/refused-page.tsx";
import type { Route } from "./+types/contribute.route.ts";
import { backToRoom } from "./back.server.ts";
import { nearestOf } from "./nearest.server.ts";

export const handle = { script: false };
export const loader = backToRoom;

/** Without script "Herkent u dit?" comes once a need is kept, where others wrote something like it. */
export const action = answerDeed("contribute", async ({ id }, form, context) => {
  if (form.get("kind") !== "need" || !id) return null;
  const place = context.get(placeContext);
  const near = await nearestOf(context.get(servicesContext).similar, place, String(form.get("text") ?? ""));
  const back = returnTo(form);
  return near.length > 0
    ? `/bijeenkomst/${place.session?.id}/bijdragen/${id}/gelijke${back ? `?terug=${encodeURIComponent(back)}` : ""}`
    : null;
});

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
