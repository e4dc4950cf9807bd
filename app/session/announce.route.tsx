import type { Route } from "./+types/announce.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { DeedAgain } from "./deed-again.tsx";
import { announcementForm } from "./deed-form.ts";
import { announce } from "./steer.server.ts";

export const handle = { script: false };
export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, announcementForm, async ({ db, at, who }, { tekst }) => {
    await announce(db, at, who, tekst);
    return undefined;
  });
}

export default function Again() {
  return <DeedAgain />;
}
