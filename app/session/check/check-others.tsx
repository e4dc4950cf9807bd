import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { useWords } from "../../language/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { SharedCondition } from "../outcomes/conditions.ts";
import { nextToAnswer, overview, type Tested } from "../outcomes/tested.ts";
import { About } from "../room/about.tsx";
import { DeedForm } from "../room/deed-form.tsx";
import type { RoomData } from "../room/room-data.ts";
import { OwnWords } from "./check-words.tsx";
import { checkWords } from "./messages/check.ts";

interface Props {
  readonly room: RoomData;
  readonly insight: Tested;
  readonly insights: readonly Tested[];
  readonly others: readonly SharedCondition[];
}

/** After one's own words: the conditions of others, to stand behind. */
export function CheckOthers({ room, insight, insights, others }: Props) {
  const words = useWords(checkWords);
  const m = words.others;
  const heading = useRef<HTMLHeadingElement>(null);
  const next = nextToAnswer(insights, insight.id);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="wrap check">
      <div>
        <p className="eyebrow">{words.fits.conditions}</p>
        <p className="check-again">
          <Written>{insight.text}</Written>
        </p>
        <OwnWords room={room} insight={insight.id} kind="condition" />
      </div>
      <div>
        <h1 ref={heading} tabIndex={-1} className="check-others">
          {m.title}
        </h1>
        <p>{m.lead}</p>
        <ul className="plain check-conditions">
          {others.map((one) => (
            <Condition key={one.id} one={one} session={room.session.id} back={`?inzicht=${insight.number}&deel=voorwaarden`} />
          ))}
        </ul>
        <p className="actions">
          <LinkButton to={`?inzicht=${next?.number ?? overview}`}>{next ? words.next : words.last}</LinkButton>
          <LinkButton variant="quiet" to={`?inzicht=${insight.number}`}>
            {m.back}
          </LinkButton>
        </p>
      </div>
    </div>
  );
}

function Condition({ one, session, back }: { one: SharedCondition; session: string; back: string }) {
  const words = useWords(checkWords);
  const m = words.others;
  const base = `/bijeenkomst/${session}`;
  const { pathname } = useLocation();
  const beside = pathname === base ? "" : pathname.slice(base.length);
  return (
    <li>
      <p>
        <Written>{one.text}</Written> <span className="quiet small nowrap">{words.people({ n: one.people })}</span>{" "}
        {one.alike ? <Tag tone="plain">{m.alike}</Tag> : null}
      </p>
      {one.linked.length > 0 ? (
        <Disclosure summary={m.linked({ n: one.linked.length })}>
          <ul>
            {one.linked.map(({ id, text }) => (
              <li key={id}>
                <Written>{text}</Written>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      <DeedForm action={`${base}/bijdragen/${one.id}/herkenning`}>
        <input type="hidden" name="stands" value={one.backed ? "0" : "1"} />
        <input type="hidden" name="terug" value={beside + back} />
        <Button variant="secondary" size="small" aria-pressed={one.backed}>
          {m.mine}
          <About text={one.text} />
        </Button>
      </DeedForm>
    </li>
  );
}
