import { askHelp, withdrawHelp } from "../groups/table.server.ts";
import { Refused } from "../platform/refused.ts";
import { cleanText, textLength } from "../platform/text.ts";
import type { Route } from "./+types/help.route.ts";
import { backToRoom } from "./back.server.ts";
import { clientDeed } from "./client-deed.ts";
import { answerDeed } from "./deed.server.ts";
import { RefusedPage } from "./refused-page.tsx";
import { seatHere } from "./seat.server.ts";

export const handle = { script: false };
export const loader = backToRoom;

export const action = (args: Route.ActionArgs) =>
  answerDeed(args, async ({ services, writer, form }) => {
    if (form.has("done")) {
      await withdrawHelp(services.db, writer, writer.personId);
      return;
    }
    const reason = cleanText(String(form.get("text") ?? ""));
    if (textLength(reason) > 300) throw new Refused("too-long", 422);
    await askHelp(services.db, writer, writer.personId, (await seatHere(services.db, writer))?.id ?? null, reason);
  });

export const clientAction = (args: Route.ClientActionArgs) => clientDeed(args);

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
