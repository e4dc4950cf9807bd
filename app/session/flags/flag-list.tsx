import { guardWords } from "../../contribution/messages/guard.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { MarkedText } from "../../ui/layout/marked-text.tsx";
import { NumberBadge, Tag } from "../../ui/tag.tsx";
import type { CockpitHall } from "../cockpit/cockpit-hall.ts";
import { Deed } from "../cockpit/deed.tsx";
import { longestReason } from "../cockpit/deed-limits.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";
import type { Flagged } from "./flagged.ts";
import { flagWords } from "./messages/flag.ts";

/** What people reported, and what was posted after the guard warned: the most urgent first, each with its three ways out. */
export function FlagList({ hall, items }: { hall: CockpitHall; items: readonly Flagged[] }) {
  const m = useWords(flagWords);
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="flags">
      <div className="section-head">
        <h2 id="flags">
          {m.title} <NumberBadge value={items.length} />
        </h2>
        <p className="small quiet">{m.order}</p>
      </div>
      <ul className="flags plain">
        {items.map((one) => (
          <Item key={one.id} one={one} hall={hall} />
        ))}
      </ul>
    </section>
  );
}

function Item({ one, hall }: { one: Flagged; hall: CockpitHall }) {
  const m = useWords(flagWords);
  const { kinds } = useWords(cockpitWords).screen;
  const { kinds: found } = useWords(guardWords);
  const what = one.of === "insight" ? m.insight : one.of === "card" ? m.card : kinds[one.of];
  const reports = one.flags.filter(({ why }) => why !== "guard");
  const guarded = one.flags.flatMap(({ kinds: own }) => own);
  return (
    <li className="card flag" id={`melding-${one.id}`}>
      <h3>
        {m.of({ what, number: one.number })} {one.by ? <span className="small quiet">{m.by({ name: one.by })}</span> : null}
      </h3>
      <p className="row-actions">
        {[...new Set(one.flags.map(({ why }) => why))].map((why) => (
          <Tag key={why} tone={why === "threat" || why === "personal" ? "warn" : "calm"}>
            {m.reasons[why]}
          </Tag>
        ))}
        {reports.length > 1 ? <span className="small">{m.people({ n: reports.length })}</span> : null}
      </p>
      {one.texts.map(({ text, found: spans }) => (
        <blockquote key={text}>
          <MarkedText text={text} spans={spans} />
        </blockquote>
      ))}
      {guarded.length > 0 ? (
        <p className="small">{m.guarded({ kinds: [...new Set(guarded)].map((kind) => found[kind]) })}</p>
      ) : null}
      {reports
        .filter(({ text }) => text !== "")
        .map(({ text, at }) => (
          <p key={`${at}${text}`} className="said">
            {m.said}: “<Written>{text}</Written>”
          </p>
        ))}
      {hall.steers ? <Ways one={one} to={`${hall.home}/meldingen`} /> : null}
    </li>
  );
}

function Ways({ one, to }: { one: Flagged; to: string }) {
  const m = useWords(flagWords);
  const fields = { wat: one.id, soort: one.subject };
  const words = one.texts.flatMap(({ text, found }) => found.map(({ from, to: end }) => text.slice(from, end)));
  const reason = (id: string) => (
    <>
      <label htmlFor={id}>{m.reason}</label>
      <textarea
        className="utrecht-textbox utrecht-textbox--html-textarea"
        id={id}
        name="reden"
        rows={2}
        maxLength={longestReason}
        required
      />
    </>
  );
  return (
    <div className="ways">
      {one.subject === "contribution" ? (
        <details className="hide">
          <summary>{m.hide}</summary>
          <Deed to={to} fields={{ ...fields, doen: "hide" }} className="reason">
            <p className="small quiet">{m.hideText}</p>
            {reason(`weg-${one.id}`)}
            <Button variant="secondary" size="small">
              {m.hideButton}
            </Button>
          </Deed>
        </details>
      ) : null}
      <details className="hide">
        <summary>{m.redact}</summary>
        <Deed to={to} fields={{ ...fields, doen: "redact" }} className="reason">
          <label htmlFor={`woorden-${one.id}`}>{m.words}</label>
          <p className="small quiet" id={`woorden-${one.id}-uitleg`}>
            {m.wordsHint}
          </p>
          <textarea
            className="utrecht-textbox utrecht-textbox--html-textarea"
            id={`woorden-${one.id}`}
            aria-describedby={`woorden-${one.id}-uitleg`}
            name="woorden"
            rows={Math.max(2, words.length)}
            defaultValue={words.join("\n")}
            required
          />
          {reason(`reden-${one.id}`)}
          <Button variant="secondary" size="small">
            {m.redactButton}
          </Button>
        </Deed>
      </details>
      <details className="hide">
        <summary>{m.dismiss}</summary>
        <Deed to={to} fields={{ ...fields, doen: "dismiss" }} className="reason">
          <label htmlFor={`laat-${one.id}`}>{m.answer}</label>
          <textarea
            className="utrecht-textbox utrecht-textbox--html-textarea"
            id={`laat-${one.id}`}
            name="antwoord"
            rows={2}
            maxLength={longestReason}
          />
          <Button variant="secondary" size="small">
            {m.dismissButton}
          </Button>
        </Deed>
      </details>
    </div>
  );
}
