import { useWords } from "../../language/words.ts";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { themesWords } from "../messages/themes.ts";
import { useSentence } from "./decisions.tsx";
import type { Decision, Desk } from "./desk.ts";
import type { Said } from "./desk-said.ts";
import { useAtWork } from "./news.tsx";
import { wordFields } from "./theme-list.tsx";

export function ElsewhereNotice({ said, desk }: { said: Said | null; desk: Desk }) {
  const m = useWords(themesWords);
  if (!said) return null;
  const loose = Object.entries(said.errors).filter(([field]) => !wordFields.has(field));
  const lines = [
    ...(said.refusal ? [m.refusals[said.refusal as keyof typeof m.refusals] ?? said.refusal] : []),
    ...loose.map(([, code]) => m.errors[code as keyof typeof m.errors] ?? m.errors.gone),
  ];
  if (said.elsewhere.length > 0)
    return (
      <Notice variant="warn" title={m.elsewhere.title} live="at-once">
        <ul>
          {said.elsewhere.map(({ need, theme, by }) => {
            const name = by ?? m.somebody;
            const found = desk.themes.find(({ id }) => id === theme);
            const words = { what: m.someNeeds({ n: 1 }), name };
            return <li key={need}>{found ? m.elsewhere.at({ ...words, theme: found.name }) : m.elsewhere.out(words)}</li>;
          })}
        </ul>
      </Notice>
    );
  if (lines.length === 0) return null;
  return <Refusal>{lines.join(" ")}</Refusal>;
}

/** Who else is here, and what they did last. */
export function OthersLine({ decision }: { decision: Decision | undefined }) {
  const m = useWords(themesWords);
  const here = useAtWork();
  const sentence = useSentence();
  const news = decision && !decision.mine ? m.here.did({ name: decision.by ?? m.somebody, what: sentence(decision) }) : null;
  return (
    <div className="others small" role="status">
      {here.length > 0 ? <p>{m.here.together({ names: here.map(({ name }) => name ?? m.somebody).join(", ") })}</p> : null}
      {news && here.length > 0 ? <p>{news}</p> : null}
    </div>
  );
}
