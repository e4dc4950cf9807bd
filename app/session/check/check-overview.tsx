import { useState } from "react";
import { useLocation } from "react-router";
import { useWords } from "../../language/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { columnsOf, DataTable } from "../../ui/data-table.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Tag } from "../../ui/tag.tsx";
import { insightLimit, proposalsEach } from "../insights/own-insight.ts";
import { Outcomes } from "../outcomes/outcomes.tsx";
import type { Tested } from "../outcomes/tested.ts";
import { counted } from "../room/counted.ts";
import { DeedForm } from "../room/deed-form.tsx";
import { roomWords } from "../room/messages/room.ts";
import { newId } from "../room/new-id.ts";
import type { CheckData, RoomData } from "../room/room-data.ts";
import { checkWords } from "./messages/check.ts";

/** After the last insight: what you chose, to change; an insight of your own; and what is revealed. */
export function CheckOverview({ room, check, insights }: { room: RoomData; check: CheckData; insights: readonly Tested[] }) {
  const m = useWords(checkWords);
  const next = insights.find((one) => one.choice === null && !one.revealed);
  const answered = insights.filter((one) => one.choice !== null).length;
  return (
    <div className="split">
      <div className="flow">
        {insights.length > 0 ? (
          <div>
            <h1 id="overzicht">{m.done.title}</h1>
            <p className="lead">
              {answered === insights.length
                ? m.done.all({ n: answered })
                : m.done.left({ n: insights.length - answered, of: insights.length })}
            </p>
            {next ? (
              <p className="actions">
                <LinkButton to={`?inzicht=${next.number}`}>{m.done.goOn}</LinkButton>
              </p>
            ) : null}
            <Outcomes room={room} />
            <DataTable
              caption={m.done.choices}
              captionHidden={room.outcomes.length === 0}
              rowHeaders
              narrow="stack"
              columns={columnsOf(m.done, "insight", "yours")}
              rows={insights.map((one) => ({
                key: one.id,
                cells: {
                  insight: (
                    <TextLink to={`?inzicht=${one.number}`}>
                      <Written>{one.text}</Written>
                    </TextLink>
                  ),
                  yours: one.choice
                    ? [m.choices[one.choice], one.fit && m.fits[one.fit].toLocaleLowerCase()].filter(Boolean).join(", ")
                    : one.revealed
                      ? m.done.shown
                      : one.change?.before.choice && !one.change.again
                        ? m.done.changed
                        : m.done.open,
                },
              }))}
            />
          </div>
        ) : (
          <Outcomes room={room} />
        )}
      </div>
      <OwnInsight room={room} proposals={check.proposals} />
    </div>
  );
}

function OwnInsight({ room, proposals }: { room: RoomData; proposals: CheckData["proposals"] }) {
  const words = useWords(checkWords);
  const { count } = useWords(roomWords).write;
  const m = words.own;
  const [id, setId] = useState(room.fresh);
  const [sent, setSent] = useState(false);
  const beside = useLocation().pathname.endsWith("/toets") ? "/toets" : "";
  return (
    <section aria-labelledby="eigen-inzicht">
      <h2 id="eigen-inzicht">{m.title}</h2>
      <p>{m.lead}</p>
      {proposals.length < proposalsEach ? (
        <DeedForm
          key={id}
          action={`/bijeenkomst/${room.session.id}/inzichten`}
          sendAs={`inzicht:${id}`}
          draft={{ step: "-", form: "edit:insight" }}
          onSent={() => {
            setSent(true);
            setId(newId());
          }}
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="terug" value={`${beside}?inzicht=klaar`} />
          <TextArea
            name="text"
            id="inzicht-tekst"
            label={m.label}
            hint={m.hint}
            rows={3}
            required
            {...counted(count, insightLimit)}
          />
          <p className="actions">
            <Button variant="secondary">{m.send}</Button>
          </p>
        </DeedForm>
      ) : null}
      <p role="status">{sent ? m.sent : null}</p>
      {proposals.length > 0 ? (
        <>
          <h3>{m.yours}</h3>
          <ul className="plain notes">
            {proposals.map((one) => (
              <li key={one.id}>
                <Written>{one.text}</Written> <Tag tone="plain">{m.states[one.state]}</Tag>
                {one.reason ? (
                  <p className="small">
                    <Written>{one.reason}</Written>
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
