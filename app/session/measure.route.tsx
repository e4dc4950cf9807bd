import { takeMeasure } from "../groups/table.server.ts";
import type { Route } from "./+types/measure.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { DeedAgain } from "./deed-again.tsx";
import { measureForm } from "./deed-form.ts";

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
