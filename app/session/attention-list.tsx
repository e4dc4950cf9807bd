import { useState } from "react";
import { cockpitWords } from "../messages/cockpit.ts";
import { useWords } from "../messages/words.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { TableDrawing } from "../ui/table-drawing.tsx";
import { NumberBadge } from "../ui/tag.tsx";
import { type Attention, heldOrder, keyOf } from "./attention.ts";
import { Deed } from "./deed.tsx";
import { longestReason } from "./deed-limits.ts";
import { byPerson, type HallGroup, type HallView, seatsOf } from "./hall-view.ts";

const shownAtOnce = 8;

/** Who asks for attention, help on top. The order can be held still: nothing moves under a hand. */
export function AttentionList(view: HallView) {
  const m = useWords(cockpitWords).attention;
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const [all, setAll] = useState(false);
  const { hall, found } = view;
  const ordered = held ? heldOrder(held, found) : found;
  const shown = all ? ordered : ordered.slice(0, shownAtOnce);
  if (hall.live.view.state !== "live" && found.length === 0) return null;
  return (
    <section aria-labelledby="attention">
      <div className="section-head">
        <h2 id="attention">
          {m.title} <NumberBadge value={found.length} />
        </h2>
        {found.length > 1 && (
          <p className="small quiet">
            {m.order}{" "}
            <button
              type="button"
              className="link-button"
              aria-pressed={held !== null}
              onClick={() => setHeld(held ? null : found.map(keyOf))}
            >
              {held ? m.free : m.hold}
            </button>
          </p>
        )}
      </div>
      {found.length === 0 ? (
        <Empty title={m.none} seats={0}>
          {m.noneText}
        </Empty>
      ) : (
        <ol className="attention plain">
          {shown.map((one) => (
            <AttentionItem key={keyOf(one)} one={one} {...view} />
          ))}
        </ol>
      )}
      {shown.length < ordered.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {m.more({ n: ordered.length - shown.length })}
        </button>
      )}
    </section>
  );
}

function AttentionItem({ one, ...view }: HallView & { one: Attention }) {
  const m = useWords(cockpitWords);
  const { hall, groups, now } = view;
  const group = groups.find(({ id }) => id === one.group);
  const since =
    one.since === null ? null : (
      <span className="since num">{m.duration({ seconds: Math.max(0, Math.round((now - one.since) / 1000)) })}</span>
    );
  return (
    <li className={`group ${one.kind}`}>
      {group ? (
        <GroupDrawing group={group} tone={one.kind === "help" ? "help" : one.kind === "blank" ? "bare" : "silent"} {...view} />
      ) : (
        <span />
      )}
      <div>
        <h3>
          {titleOf(one, group, m.attention)} {since}
        </h3>
        <What one={one} group={group} {...view} />
        {group && (
          <p className="small quiet">
            {m.attention.written({ n: group.written })} ·{" "}
            {m.attention.people({ n: group.members.filter((id) => view.here.has(id)).length })}
          </p>
        )}
        <div className="row-actions">
          {group && hall.steers && (
            <LinkButton variant="secondary" size="small" to={`${hall.home}/deelgroepen/${group.id}`}>
              {m.attention.open({ number: group.number })}
            </LinkButton>
          )}
          {one.kind === "help" && hall.steers && <AnswerHelp hall={hall} id={one.help} />}
        </div>
      </div>
    </li>
  );
}

type Words = (typeof cockpitWords)["nl"]["attention"];

function titleOf(one: Attention, group: HallGroup | undefined, m: Words): string {
  const name = group ? m.group({ number: group.number }) : m.plenary;
  return m[one.kind]({ group: name });
}

function What({ one, group, people, help, here }: HallView & { one: Attention; group: HallGroup | undefined }) {
  const m = useWords(cockpitWords).attention;
  if (one.kind === "help") {
    const asked = help.find(({ id }) => id === one.help);
    return (
      <>
        <p className="said">{asked?.reason ? `“${asked.reason}”` : m.helpBare}</p>
        {asked?.name && <p className="small quiet">{m.helpBy({ name: asked.name })}</p>}
      </>
    );
  }
  if (one.kind === "nobody") return <p className="small">{m.nobodyText}</p>;
  if (one.kind === "alone")
    return <p className="small">{m.aloneText({ away: group?.members.filter((id) => !here.has(id)).length ?? 0 })}</p>;
  const noteTaker = people.find(({ personId }) => personId === group?.noteTakerId)?.name;
  return (
    <p className="small">
      {one.kind === "silent" ? m.silentText : m.blankText}{" "}
      {group?.noteTakerId ? noteTaker && m.noteTaker({ name: noteTaker }) : m.noNoteTaker}
    </p>
  );
}

function AnswerHelp({ hall, id }: { hall: HallView["hall"]; id: string }) {
  const m = useWords(cockpitWords).attention;
  return (
    <>
      <Deed to={`${hall.home}/hulp`} fields={{ hulp: id, antwoord: "" }}>
        <Button variant="secondary" size="small">
          {m.done}
        </Button>
      </Deed>
      <details className="disclosure grow">
        <summary>{m.answer}</summary>
        <Deed to={`${hall.home}/hulp`} fields={{ hulp: id }} className="say">
          <label className="visually-hidden" htmlFor={`answer-${id}`}>
            {m.answerLabel}
          </label>
          <input
            className="utrecht-textbox utrecht-textbox--html-input"
            id={`answer-${id}`}
            name="antwoord"
            maxLength={longestReason}
            required
            autoComplete="off"
          />
          <Button variant="secondary" size="small">
            {m.send}
          </Button>
        </Deed>
      </details>
    </>
  );
}

export function GroupDrawing({
  group,
  tone,
  people,
  here,
  size = 108,
}: Pick<HallView, "people" | "here"> & { group: HallGroup; tone?: "calm" | "help" | "silent" | "bare"; size?: number }) {
  const m = useWords(cockpitWords).attention;
  const count = group.members.filter((id) => here.has(id)).length;
  return (
    <TableDrawing
      seats={seatsOf(group, byPerson(people), here)}
      centre={group.number}
      size={size}
      tone={tone}
      label={m.drawing({ number: group.number, here: count, seats: group.members.length })}
    />
  );
}
