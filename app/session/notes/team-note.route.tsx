import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { DeedAgain } from "../cockpit/deed-again.tsx";
import { noteForm } from "../cockpit/deed-form.ts";
import type { Route } from "./+types/team-note.route.ts";
import { addNote, removeNote } from "./team-notes.server.ts";

export const handle = { script: false };
export const loader = toCockpit;

export const action = (args: Route.ActionArgs) =>
  doDeed(args, noteForm, async ({ db, at, who }, wish) => {
    if (wish.doen === "add") await addNote(db, at, who, wish.id, wish.tekst);
    else await removeNote(db, at, who, wish.id);
    return undefined;
  });

export default function Again() {
  return <DeedAgain />;
}
