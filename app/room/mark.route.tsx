import type { ContributionId } from "../ids.ts";
import { markNeed } from "../priorities/marks.server.ts";
import type { Route } from "./+types/mark.route.ts";
import { backToRoom } from "./back.server.ts";
import { clientDeed } from "./client-deed.ts";
import { answerDeed } from "./deed.server.ts";
import { readId } from "./read-id.ts";
import { RefusedPage } from "./refused-page.tsx";

export const handle = { script: false };
export const loader = backToRoom;

export const action = (args: Route.ActionArgs) =>
  answerDeed(args, async ({ services, writer, form }) => {
    await markNeed(services.db, writer, readId<ContributionId>(form.get("need")), form.get("on") === "1");
  });

export const clientAction = (args: Route.ClientActionArgs) => clientDeed(args);

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
