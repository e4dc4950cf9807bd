import type { Route } from "./+types/floor.route.ts";
import { backToRoom } from "./back.server.ts";
import { answerDeed } from "./deed.server.ts";
import { RefusedPage } from "./refused-page.tsx";

export const handle = { script: false };
export const loader = backToRoom;
export const action = answerDeed("floor");

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
