import { wordsForm } from "../contribution/contribution-form.ts";
import { editContribution } from "../contribution/contributions.server.ts";
import type { ContributionId } from "../ids.ts";
import type { Route } from "./+types/edit.route.ts";
import { backToRoom } from "./back.server.ts";
import { clientDeed } from "./client-deed.ts";
import { answerDeed } from "./deed.server.ts";
import { parse, readId } from "./read-id.ts";
import { RefusedPage } from "./refused-page.tsx";

export const handle = { script: false };
export const loader = backToRoom;

export const action = (args: Route.ActionArgs) =>
  answerDeed(args, async ({ services, writer, form }) => {
    await editContribution(services.db, writer, readId<ContributionId>(args.params.contribution), parse(wordsForm, form));
  });

export const clientAction = (args: Route.ClientActionArgs) => clientDeed(args);

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
