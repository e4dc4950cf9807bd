import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { DeedAgain } from "../cockpit/deed-again.tsx";
import { measureForm } from "../cockpit/deed-form.ts";
import { takeMeasure } from "../group/table.server.ts";
import type { Route } from "./+types/measure.route.ts";

export const handle = { script: false };
export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, measureForm, async ({ db, at, who }, { mens, soort, reden }) => {
    await takeMeasure(db, at, who, mens, soort, reden);
    return undefined;
  });
}

export default function Again() {
  return <DeedAgain />;
}
