import { useOutletContext } from "react-router";
import { askedByTeamOfSession } from "../../dialogue/access/asked.server.ts";
import { useWords } from "../../language/words.ts";
import type { PersonId } from "../../platform/ids.ts";
import { Empty } from "../../ui/empty.tsx";
import { Around } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { readPeople, stepNow } from "../cockpit/cockpit.server.ts";
import type { CockpitHall } from "../cockpit/cockpit-hall.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";
import type { Route } from "./+types/arrange.route.ts";
import { ArrangeGroups } from "./arrange-groups.tsx";
import { ArrangeQuality } from "./arrange-quality.tsx";
import { likelyStep, readArrangement, stepsToDeal } from "./arrangement.server.ts";
import { dealingWords } from "./messages/dealing.ts";
import "./arrange.css";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, session, team, db } = askedByTeamOfSession(context);
  const at = { dialogueId: dialogue.id, sessionId: session.id };
  const { searchParams } = new URL(request.url);
  const [steps, now] = await Promise.all([stepsToDeal(db, session.id), stepNow(db, session.id)]);
  const step = steps.find(({ id }) => id === searchParams.get("onderdeel")) ?? likelyStep(steps, now);
  const [people, arrangement] = await Promise.all([
    readPeople(db, session.id),
    step ? readArrangement(db, { ...at, stepId: step.id, who: team.personId }) : null,
  ]);
  return {
    steps: steps.map(({ id, title, position }) => ({ id, title, number: position + 1 })),
    step: step
      ? {
          id: step.id,
          title: step.title,
          number: step.position + 1,
          mix: step.mix,
          over: now ? step.position < now.position : false,
        }
      : null,
    people: people.map(({ personId, name, organisation, shape }) => ({ personId, name, organisation, shape })),
    arrangement,
    who: (searchParams.get("wie") as PersonId | null) ?? null,
  };
}

/** Who sits where in a step: before it begins and while it goes on. */
export default function Arrange({ loaderData }: Route.ComponentProps) {
  const words = useWords(cockpitWords);
  const m = useWords(dealingWords).page;
  const hall = useOutletContext<CockpitHall>();
  const { steps, step, arrangement } = loaderData;
  return (
    <>
      <div className="page-head">
        <p>
          <TextLink to={hall.home}>{words.pages.back}</TextLink>
        </p>
        <h2>{m.title}</h2>
        <p>{m.lead}</p>
      </div>
      {steps.length > 1 ? (
        <nav aria-label={m.steps} className="arrange-steps">
          {steps.map((one) => (
            <TextLink key={one.id} to={`?onderdeel=${one.id}`} aria-current={one.id === step?.id ? "true" : undefined}>
              <Around words={{ title: one.title }} say={(p) => m.step({ number: one.number, ...p })} />
            </TextLink>
          ))}
        </nav>
      ) : null}
      {step && arrangement ? (
        <>
          <ArrangeQuality hall={hall} step={step} arrangement={arrangement} people={loaderData.people} />
          <ArrangeGroups hall={hall} step={step} arrangement={arrangement} people={loaderData.people} who={loaderData.who} />
        </>
      ) : (
        <Empty title={m.none} seats={0}>
          {m.noneText}
        </Empty>
      )}
    </>
  );
}
