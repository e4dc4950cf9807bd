import type { Route } from "./+types/agree.route.ts";
import { backToRoom } from "./back.server.ts";
import { clientDeed } from "./client-deed.ts";
import { keepConsent } from "./consent.server.ts";
import { answerDeed } from "./deed.server.ts";
import { roomNoticeVersion } from "./notice.ts";
import { RefusedPage } from "./refused-page.tsx";

export const handle = { script: false };
export const loader = backToRoom;

export const action = (args: Route.ActionArgs) =>
  answerDeed(args, async ({ services, writer, form }) => {
    void form;
    await keepConsent(services.db, writer, "session-notice", roomNoticeVersion);
  });

export const clientAction = (args: Route.ClientActionArgs) => clientDeed(args);

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
