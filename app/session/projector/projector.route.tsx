import { askedOfSession } from "../../dialogue/access/asked.server.ts";
import { useWords } from "../../language/words.ts";
import { openingView } from "../attention/opening-view.server.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";
import { useLive } from "../live/use-live.tsx";
import type { Route } from "./+types/projector.route.ts";
import { BeamStage } from "./beam-stage.tsx";
import { readStage } from "./stage.server.ts";
import "./projector.css";

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, db } = askedOfSession(context);
  const start = await openingView(db, session, { as: "projector" });
  const stage = await readStage(db, { dialogueId: dialogue.id, sessionId: session.id }, start.view.projector);
  return { start, stage, dialogue: dialogue.title, startsAt: session.startsAt.getTime() };
}

/** The screen in the hall, to be read from ten metres. It shows what the facilitator chose, and no name but of who has the floor. */
export default function Projector({ loaderData }: Route.ComponentProps) {
  const m = useWords(cockpitWords).projector;
  const { start, stage, dialogue, startsAt } = loaderData;
  const live = useLive(start, ["step", "all", "group"]);
  return (
    <div className="projector">
      <title>{`${m.title} · ${dialogue}`}</title>
      <BeamStage live={live} stage={stage} dialogue={dialogue} startsAt={startsAt} />
    </div>
  );
}
