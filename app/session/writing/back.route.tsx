import { answerDeed } from "../room/deed.server.ts";
import { RefusedPage } from "../room/refused-page.tsx";
import type { Route } from "./+types/back.route.ts";
import { backToRoom } from "./back.server.ts";

export const handle = { script: false };
export const loader = backToRoom;
export const action = answerDeed("back");

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
