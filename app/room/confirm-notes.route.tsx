import type { Route } from "./+types/confirm-notes.route.ts";
import { backToRoom } from "./back.server.ts";
import { answerDeed } from "./deed.server.ts";
import { RefusedPage } from "./refused-page.tsx";

export const handle = { script: false };
export const loader = backToRoom;
export const action = answerDeed("confirm-notes");

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
