import { backToRoom } from "../writing/back.server.ts";
import type { Route } from "./+types/agree.route.ts";
import { answerDeed } from "./deed.server.ts";
import { RefusedPage } from "./refused-page.tsx";

export const handle = { script: false };
export const loader = backToRoom;
export const action = answerDeed("agree");

export default function Answered({ actionData }: Route.ComponentProps) {
  return <RefusedPage answer={actionData} />;
}
