import { useState } from "react";
import { useWords } from "../../language/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { NumberBadge, Tag } from "../../ui/tag.tsx";
import { Deed } from "../cockpit/deed.tsx";
import { longestReason } from "../cockpit/deed-limits.ts";
import { awayOf, type HallGroup, type HallView } from "../cockpit/hall-view.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";
import { GroupDrawing } from "../grouping/group-drawing.tsx";
import { type Attention, companyFor, inOrder } from "./attention.ts";

const shownAtOnce = 8;
/** Answers on their way: the list may move while somebody types, and a table may be gone from it and come back. */
const typedAnswers = new Map<string, string>();

/**
 * Who asks for attention, help on top. The order stands still while a pointer or the focus is in the list, and as long as
 * somebody asks for it: nothing moves under a hand.
 */
export function AttentionList(view: HallView) {
  const m = useWords(cockpitWords).attention;
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState<readonly string[] | null>(null);
  const [all, setAll] = useState(false);
  const { hall, found } = view;
  const ordered = inOrder(held ?? busy, found);
  const shown = all ? ordered : ordered.slice(0, shownAtOnce);
  const keys = ordered.map(({ key }) => key);
  const rest = () => setBusy((before) => before ?? keys);
  if (hall.live.view.state !== "live" && found.length === 0) return null;
  return (
    <section aria-labelledby="attention">
      <div className="section-head">
        <h2 id="attention">
          {m.title} <NumberBadge value={found.length} />
        </h2>
        {(found.length > 1 || held) && (
          <p className="small quiet">
            {held ? m.held : m.order}{" "}
            <button
              type="button"
              className="link-button scripted"
              aria-pressed={held !== null}
              onClick={() => setHeld(held ? null : keys)}
            >
              {m.hold}
            </button>
          </p>
        )}
      </div>
      {ordered.length === 0 ? (
        <Empty title={m.none} seats={0}>
          {m.noneText}
        </Empty>
      ) : (
        <ol
          className="attention plain"
          onFocus={rest}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget)) setBusy(null);
          }}
          onPointerEnter={rest}
          onPointerLeave={({ currentTarget }) => {
            if (!currentTarget.contains(document.activeElement)) setBusy(null);
          }}
        >
          {shown.map(({ key, item }) =>
            item ? (
              <AttentionItem key={key} one={item} {...view} />
            ) : (
              <OverItem key={key} id={key} groups={view.groups} known={view.known} here={view.here} />
            ),
          )}
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

/** Asked for attention when the order was set still, and does no more; it keeps its place. */
function OverItem({ id, groups, known, here }: Pick<HallView, "groups" | "known" | "here"> & { id: string }) {
  const m = useWords(cockpitWords).attention;
  const group = groups.find((one) => one.id === id);
  return (
    <li className="group over">
      {group ? <GroupDrawing group={group} known={known} here={here} /> : <span />}
      <p className="quiet">{m.over({ group: group ? m.group({ number: group.number }) : m.plenary })}</p>
    </li>
  );
}

function AttentionItem({ one, ...view }: HallView & { one: Attention }) {
  const m = useWords(cockpitWords);
  const { hall, groups, now } = view;
  const group = groups.find(({ id }) => id === one.groupId);
  const name = group ? m.attention.group({ number: group.number }) : m.attention.plenary;
  const tone = one.why === "help" ? "help" : one.why === "blank" ? "bare" : "silent";
  return (
    <li className={`group ${one.why}`}>
      {group ? <GroupDrawing group={group} tone={tone} known={view.known} here={view.here} /> : <span />}
      <div>
        <h3>
          {m.attention[one.why]({ group: name })}{" "}
          <span className="since num">{m.duration({ seconds: Math.max(0, Math.floor((now - one.since) / 1000)) })}</span>
        </h3>
        <What one={one} group={group} {...view} />
        {group && (
          <p className="small quiet">
            {m.attention.written({ n: group.written })} ·{" "}
            {m.attention.people({ n: group.members.filter((id) => view.here.has(id)).length })}
          </p>
        )}
        <AtTable visits={view.visits.filter(({ groupId }) => groupId === group?.id)} />
        {hall.steers && (
          <div className="row-actions">
            {one.why === "alone" && group && <Join group={group} {...view} />}
            {group && (
              <LinkButton variant="secondary" size="small" to={`${hall.home}/deelgroepen/${group.id}`}>
                {m.attention.open({ number: group.number })}
              </LinkButton>
            )}
            {one.calls.length === 1 && one.calls.map((call) => <AnswerHelp key={call.id} hall={hall} call={call} />)}
          </div>
        )}
      </div>
    </li>
  );
}

/** Who of the team sits there already. */
function AtTable({ visits }: Pick<HallView, "visits">) {
  const m = useWords(cockpitWords).attention;
  if (visits.length === 0) return null;
  return (
    <p className="small">
      <Tag tone="calm">{m.visited({ names: visits.map(({ name }) => name).join(", ") })}</Tag>
    </p>
  );
}

function What({ one, group, known, help, here, hall }: HallView & { one: Attention; group: HallGroup | undefined }) {
  const m = useWords(cockpitWords).attention;
  if (one.why === "help")
    return one.calls.map((called) => {
      const { id } = called;
      const asked = help.find((call) => call.id === id);
      return (
        <div key={id}>
          <p className="said">{asked?.reason ? <Written>{`“${asked.reason}”`}</Written> : m.helpBare}</p>
          {asked?.name && <p className="small quiet">{m.helpBy({ name: asked.name })}</p>}
          {asked?.claimedBy && (
            <p className="small">
              <Tag tone="calm">{asked.claimedBy === hall.me ? m.claimedByMe : m.claimedBy({ name: asked.claimer ?? "" })}</Tag>
            </p>
          )}
          {hall.steers && one.calls.length > 1 && (
            <div className="row-actions">
              <AnswerHelp hall={hall} call={called} />
            </div>
          )}
        </div>
      );
    });
  if (one.why === "nobody" || one.why === "alone") {
    const members = (group?.members ?? []).flatMap((id) => known.get(id) ?? []);
    return <p className="small">{m.away(awayOf(members, here))}</p>;
  }
  const noteTaker = group?.noteTakerId ? known.get(group.noteTakerId)?.name : undefined;
  return (
    <p className="small">
      {one.why === "silent" ? m.silentText : m.blankText}{" "}
      {group?.noteTakerId ? noteTaker && m.noteTaker({ name: noteTaker }) : m.noNoteTaker}
    </p>
  );
}

/** Company for who sits alone: the table with the fewest people. */
function Join({ group, groups, here, hall }: HallView & { group: HallGroup }) {
  const m = useWords(cockpitWords).attention;
  const alone = group.members.find((id) => here.has(id));
  const company = companyFor(group.id, groups, here);
  if (!alone || !company) return null;
  return (
    <Deed to={`${hall.home}/verplaatsingen`} fields={{ mens: alone, deelgroep: company.id }}>
      <Button variant="secondary" size="small">
        {m.join({ number: company.number })}
      </Button>
    </Deed>
  );
}

function AnswerHelp({ hall, call }: { hall: HallView["hall"]; call: Attention["calls"][number] }) {
  const m = useWords(cockpitWords).attention;
  const { id, claimedBy } = call;
  const mine = claimedBy === hall.me;
  return (
    <>
      {(claimedBy === null || mine) && (
        <Deed to={`${hall.home}/hulp/oppakken`} fields={{ hulp: id, doen: mine ? "release" : "claim" }}>
          <Button variant="secondary" size="small">
            {mine ? m.release : m.claim}
          </Button>
        </Deed>
      )}
      <Deed to={`${hall.home}/hulp`} fields={{ hulp: id, antwoord: "" }}>
        <Button variant="secondary" size="small">
          {m.done}
        </Button>
      </Deed>
      <details className="disclosure grow" open={typedAnswers.has(id) || undefined}>
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
            defaultValue={typedAnswers.get(id)}
            onInput={({ currentTarget }) => typedAnswers.set(id, currentTarget.value)}
          />
          <Button variant="secondary" size="small">
            {m.send}
          </Button>
        </Deed>
      </details>
    </>
  );
}
