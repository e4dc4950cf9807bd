import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Tested } from "../outcomes/tested.ts";
import type { CheckData } from "../room/room-data.ts";
import { checkWords } from "./messages/check.ts";

interface Props {
  readonly check: CheckData;
  readonly shown: Tested | null;
  /** What became of the words on the screen while somebody looked at them. */
  readonly meanwhile?: "changed" | "gone" | null;
  readonly onFollow?: () => void;
}

/** What the facilitator does while somebody tests: puts one insight to all, changes its words, takes it away. */
export function CheckBanner({ check, shown, meanwhile = null, onFollow }: Props) {
  const m = useWords(checkWords).meanwhile;
  const put = check.insights.find(({ id }) => id === check.focus);
  return (
    <div aria-live="polite" className="check-banner">
      {meanwhile === "changed" ? (
        <Notice
          title={m.changed}
          action={
            <Button type="button" variant="secondary" size="small" onClick={onFollow}>
              {m.toNew}
            </Button>
          }
        >
          {m.changedText}
        </Notice>
      ) : null}
      {meanwhile === "gone" ? <Notice title={m.gone}>{m.goneText}</Notice> : null}
      {put && put.id === shown?.id ? <p className="eyebrow">{m.toAll}</p> : null}
      {put && put.id !== shown?.id ? (
        <Notice title={m.otherToAll}>
          <p>
            <TextLink to={`?inzicht=${put.number}`}>
              <Written>{put.text}</Written>
            </TextLink>
          </p>
        </Notice>
      ) : null}
    </div>
  );
}
