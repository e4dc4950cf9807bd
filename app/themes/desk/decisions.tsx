import { Form } from "react-router";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { themesWords } from "../messages/themes.ts";
import type { Decision } from "./desk.ts";

export function useSentence() {
  const m = useWords(themesWords);
  return ({ kind, text, count, theme, from, putsBack, bySelf }: Decision): string => {
    const what = count === 1 ? (text ? `‘${text}’` : m.aNeed) : m.someNeeds({ n: count });
    const all = { what, theme: theme ?? m.machine.various, from: from ?? "", n: count };
    const sentence = m.decision[kind](all);
    return putsBack ? m.putBack({ what: sentence }) : bySelf ? m.bySelf({ what: sentence }) : sentence;
  };
}

/** The last thing done, with the way back within reach. */
export function JustDone({ decision, back }: { decision: Decision | undefined; back: Decision | null }) {
  const m = useWords(themesWords);
  const sentence = useSentence();
  return (
    <div className="just-done" role="status">
      {decision?.mine ? (
        <>
          <p className="small">{m.just({ what: sentence(decision) })}</p>
          {back ? (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="step" value={back.step} />
              <Button variant="secondary" size="small" name="deed" value="undo" data-letter="Z">
                {back.step === decision.step ? m.undoLast : m.undoBefore}
                <span className="visually-hidden">: {sentence(back)}</span> <kbd>Z</kbd>
              </Button>
            </Form>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

export function Decisions({ decisions, mayWrite }: { decisions: readonly Decision[]; mayWrite: boolean }) {
  const m = useWords(themesWords);
  const sentence = useSentence();
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="laatste" className="decisions small">
      <h3 id="laatste">{m.last}</h3>
      <ol className="plain">
        {decisions.map((one) => (
          <li key={one.step}>
            <div>
              <p>{sentence(one)}</p>
              <p className="quiet">
                {m.by({ name: one.mine ? m.you : (one.by ?? m.somebody) })}
                {one.undone ? `, ${m.undone}` : ""}
              </p>
            </div>
            {mayWrite && one.canUndo ? (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="step" value={one.step} />
                <Button variant="quiet" size="small" name="deed" value="undo">
                  {m.undo}
                  <span className="visually-hidden">: {sentence(one)}</span>
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
