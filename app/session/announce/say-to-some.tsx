import { useRef } from "react";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Around } from "../../ui/form/typed.tsx";
import { type Attention, worries } from "../attention/attention.ts";
import { Deed } from "../cockpit/deed.tsx";
import { longestAnnouncement } from "../cockpit/deed-limits.ts";
import type { HallView } from "../cockpit/hall-view.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";

/** One line to some tables: chosen by hand, or all that ask for one thing. */
export function SayToSome({ hall, groups, found }: Pick<HallView, "hall" | "groups"> & { found: readonly Attention[] }) {
  const m = useWords(cockpitWords).say;
  const boxes = useRef<HTMLFieldSetElement>(null);
  if (!hall.steers || groups.length < 2) return null;
  const to = `${hall.home}/tafelberichten`;
  const choose = (wanted: (id: string) => boolean) => {
    for (const box of boxes.current?.querySelectorAll("input") ?? []) box.checked = wanted(box.value);
  };
  const kinds = worries.filter((why) => found.some((one) => one.why === why && one.groupId));
  return (
    <>
      {saidTo(groups).map(({ text, ids, tables }) => (
        <div key={text} className="said-now">
          <p>
            <Around words={{ text }} say={(p) => m.nowAt({ tables, ...p })} />
          </p>
          <Deed to={to} fields={{ deelgroep: ids.join(","), tekst: "" }}>
            <button type="submit" className="link-button">
              {m.clear}
              <span className="visually-hidden">
                : <Around words={{ text }} say={(p) => m.nowAt({ tables, ...p })} />
              </span>
            </button>
          </Deed>
        </div>
      ))}
      <details className="disclosure">
        <summary>{m.some}</summary>
        <Deed empties to={to} className="reason">
          <fieldset ref={boxes}>
            <legend>{m.tables}</legend>
            <p className="scripted small choose-tables">
              {m.pick}:{" "}
              <button type="button" className="link-button" onClick={() => choose(() => true)}>
                {m.pickAll}
              </button>
              {kinds.map((why) => (
                <button
                  key={why}
                  type="button"
                  className="link-button"
                  onClick={() => choose((id) => found.some((one) => one.why === why && one.groupId === id))}
                >
                  {m.pickKinds[why]}
                </button>
              ))}
              <button type="button" className="link-button" onClick={() => choose(() => false)}>
                {m.pickNone}
              </button>
            </p>
            <div className="table-boxes">
              {groups.map(({ id, number }) => (
                <label key={id}>
                  <input type="checkbox" name="deelgroep" value={id} aria-label={m.table({ number })} />
                  <span aria-hidden="true">{number}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <label htmlFor="say-some">{m.someLabel}</label>
          <input
            className="utrecht-textbox utrecht-textbox--html-input"
            id="say-some"
            name="tekst"
            maxLength={longestAnnouncement}
            aria-describedby="say-some-hint"
            autoComplete="off"
            required
          />
          <p className="small quiet" id="say-some-hint">
            {m.someHint}
          </p>
          <Button variant="secondary" size="small">
            {m.someSend}
          </Button>
        </Deed>
      </details>
    </>
  );
}

/** What stands at tables now, each text once. */
function saidTo(groups: HallView["groups"]) {
  const said = new Map<string, { text: string; ids: string[]; tables: number[] }>();
  for (const { id, number, announcement: text } of groups) {
    if (!text) continue;
    const one = said.get(text) ?? { text, ids: [], tables: [] };
    one.ids.push(id);
    one.tables.push(number);
    said.set(text, one);
  }
  return [...said.values()];
}
