import type { Route } from "./+types/talk.route.ts";
import { backToRoom } from "./back.server.ts";
import { answerDeed } from "./deed.server.ts";
import { RefusedPage } from "./refused-page.tsx";

export const handle = { script: false };
export const loader = backToRoom;
export const action = answerDeed("talk");

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
