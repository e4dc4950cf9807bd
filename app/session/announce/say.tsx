import type { ReactNode } from "react";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import type { CockpitHall } from "../cockpit/cockpit-hall.ts";
import { Deed } from "../cockpit/deed.tsx";
import { longestAnnouncement } from "../cockpit/deed-limits.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";

/** One line to everybody, above every screen until it is taken away. */
export function Say({ hall, children }: { hall: CockpitHall; children?: ReactNode }) {
  const m = useWords(cockpitWords).say;
  const { announcement } = hall.live.view;
  if (!hall.steers) return null;
  return (
    <section aria-labelledby="say">
      <h2 id="say">{m.title}</h2>
      {announcement && (
        <div className="said-now">
          <p>
            <span className="quiet">{m.now}:</span> “<Written>{announcement}</Written>”
          </p>
          <Deed to={`${hall.home}/bericht`} fields={{ tekst: "" }}>
            <button type="submit" className="link-button">
              {m.clear}
            </button>
          </Deed>
        </div>
      )}
      <Deed empties to={`${hall.home}/bericht`} className="say">
        <label className="visually-hidden" htmlFor="say-text">
          {m.label}
        </label>
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          id="say-text"
          name="tekst"
          maxLength={longestAnnouncement}
          aria-describedby="say-hint"
          autoComplete="off"
          required
        />
        <Button variant="secondary" size="small">
          {m.send}
        </Button>
      </Deed>
      <p className="small quiet" id="say-hint">
        {m.hint}
      </p>
      {children}
    </section>
  );
}
