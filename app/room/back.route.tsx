import { backContribution } from "../contribution/contributions.server.ts";
import type { ContributionId } from "../ids.ts";
import type { Route } from "./+types/back.route.ts";
import { backToRoom } from "./back.server.ts";
import { clientDeed } from "./client-deed.ts";
import { answerDeed } from "./deed.server.ts";
import { readId } from "./read-id.ts";
import { RefusedPage } from "./refused-page.tsx";

export const handle = { script: false };
export const loader = backToRoom;

export const action = (args: Route.ActionArgs) =>
  answerDeed(args, async ({ services, writer, form }) => {
    await backContribution(services.db, writer, readId<ContributionId>(args.params.contribution), form.get("stands") === "1");
  });

export const clientAction = (args: Route.ClientActionArgs) => clientDeed(args);

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
