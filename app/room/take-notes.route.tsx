import { takeNotes } from "../groups/table.server.ts";
import type { GroupId } from "../ids.ts";
import type { Route } from "./+types/take-notes.route.ts";
import { backToRoom } from "./back.server.ts";
import { clientDeed } from "./client-deed.ts";
import { answerDeed } from "./deed.server.ts";
import { readId } from "./read-id.ts";
import { RefusedPage } from "./refused-page.tsx";

export const handle = { script: false };
export const loader = backToRoom;

export const action = (args: Route.ActionArgs) =>
  answerDeed(args, async ({ services, writer, form }) => {
    await takeNotes(services.db, writer, writer.personId, readId<GroupId>(form.get("group")));
  });

export const clientAction = (args: Route.ClientActionArgs) => clientDeed(args);

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
