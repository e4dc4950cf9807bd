import { announce } from "../clock/steer.server.ts";
import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { DeedAgain } from "../cockpit/deed-again.tsx";
import { announcementForm } from "../cockpit/deed-form.ts";
import type { Route } from "./+types/announce.route.ts";

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
