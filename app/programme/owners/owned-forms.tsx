import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "../../ui/form/choices.tsx";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import type { ItemEvent, ItemState, ItemStep } from "../items/item.ts";
import { programmeWords } from "../messages/programme.ts";
import { programmeWorkWords } from "../messages/programme-work.ts";

interface Typed {
  readonly trouble: string;
  readonly text: string;
  readonly named: string;
}

interface ConsentProps {
  readonly owner: { readonly named: boolean | null; readonly name: string };
  readonly typed: Typed | null;
}

/** Whether somebody's name may stand with what they look after. */
export function ConsentForm({ owner, typed }: ConsentProps) {
  const m = useWords(programmeWorkWords).mine;
  const chosen = owner.named === null ? undefined : owner.named ? "ja" : "nee";
  return (
    <section aria-labelledby="naam">
      <h2 id="naam">{m.consent}</h2>
      <p>{m.consentText({ named: owner.named === true })}</p>
      <form method="post" noValidate>
        <input type="hidden" name="doen" value="naam" />
        <RadioGroup
          name="named"
          legend={m.consent}
          defaultValue={typed?.named || chosen}
          choices={[
            { value: "ja", label: m.yes },
            { value: "nee", label: m.no },
          ]}
          error={typed?.trouble === "choose" ? m.chooseMissing : undefined}
        />
        <TextField
          name="name"
          label={m.name}
          autoComplete="name"
          defaultValue={typed?.text ?? owner.name}
          error={typed?.trouble === "name" ? m.nameMissing : undefined}
        />
        <p className="actions">
          <Button variant="secondary">{m.consentButton}</Button>
        </p>
      </form>
    </section>
  );
}

interface QuickProps {
  readonly state: ItemState;
  readonly ways: readonly ItemEvent[];
  readonly steps: readonly ItemStep[];
  readonly typed: Typed | null;
}

/** How it goes, in one minute: a sentence, the state, the steps. */
export function QuickForm({ state, ways, steps, typed }: QuickProps) {
  const m = useWords(programmeWorkWords).mine;
  const words = useWords(programmeWords);
  const open = steps.flatMap((one, at) => (one.done ? [] : [{ ...one, at }]));
  const trouble = typed?.trouble;
  return (
    <section aria-labelledby="vertel">
      <h2 id="vertel">{m.tell}</h2>
      <form method="post" noValidate>
        <input type="hidden" name="doen" value="vertel" />
        {trouble === "not-now" ? <Refusal>{m.notNow}</Refusal> : null}
        {trouble === "guarded" ? <GuardWarning typed={[["news", typed?.text]]} fields={["news"]} /> : null}
        {trouble === "sure" ? (
          <Notice variant="warn" title={m.sure} live="at-once">
            <p>{m.sureText}</p>
            <Checkbox name="zeker" value="ja" label={m.sureBox} />
          </Notice>
        ) : null}
        <TextArea
          name="news"
          label={words.progress.text}
          hint={m.tellHint}
          rows={3}
          defaultValue={typed?.text}
          error={trouble === "missing" ? m.missing : trouble === "long" ? m.long : undefined}
        />
        <RadioGroup
          name="event"
          legend={m.state}
          defaultValue={trouble === "sure" ? "stop" : ""}
          choices={[
            { value: "", label: m.same({ state: words.states[state] }) },
            ...ways.map((event) => ({ value: event, label: words.events[event] })),
          ]}
        />
        {open.length > 0 ? (
          <CheckboxGroup
            name="done"
            legend={m.steps}
            choices={open.map(({ text, at }) => ({ value: String(at), label: <Written>{text}</Written> }))}
          />
        ) : null}
        <p className="actions">
          <Button>{m.send}</Button>
        </p>
      </form>
    </section>
  );
}
