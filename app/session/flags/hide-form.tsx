import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Deed } from "../cockpit/deed.tsx";
import { longestReason } from "../cockpit/deed-limits.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";

/** Takes a contribution from every screen, with a reason; or puts it back. */
export function HideForm({ home, id, hidden, text }: { home: string; id: string; hidden: boolean; text: string }) {
  const m = useWords(cockpitWords).screen;
  const about = (
    <span className="visually-hidden">
      {" "}
      <Written>{text}</Written>
    </span>
  );
  if (hidden)
    return (
      <Deed to={`${home}/verborgen`} fields={{ doen: "unhide", bijdrage: id }}>
        <button type="submit" className="link-button">
          {m.unhide}
          {about}
        </button>
      </Deed>
    );
  return (
    <details className="hide">
      <summary>
        {m.hide}
        {about}
      </summary>
      <Deed to={`${home}/verborgen`} fields={{ doen: "hide", bijdrage: id }} className="reason">
        <label htmlFor={`hide-${id}`}>{m.reason}</label>
        <textarea
          className="utrecht-textbox utrecht-textbox--html-textarea"
          id={`hide-${id}`}
          name="reden"
          rows={2}
          maxLength={longestReason}
          required
        />
        <Button variant="secondary" size="small">
          {m.hideButton}
        </Button>
      </Deed>
    </details>
  );
}
