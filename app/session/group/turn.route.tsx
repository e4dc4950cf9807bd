import { answerDeed } from "../room/deed.server.ts";
import { RefusedPage } from "../room/refused-page.tsx";
import { backToRoom } from "../writing/back.server.ts";
import type { Route } from "./+types/turn.route.ts";

export const handle = { script: false };
export const loader = backToRoom;
export const action = answerDeed("turn");

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
