import { Form } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Refusal } from "../../ui/notice.tsx";
import { programmeWords } from "../messages/programme.ts";
import { verdicts } from "./answer.ts";

interface DecisionTyped {
  /** `thema:ID` or `behoefte:ID`. */
  readonly about: string;
  readonly verdict: string;
  readonly reason: string;
  readonly item: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly guarded: boolean;
  readonly refused: "not-now" | "gone" | null;
}

interface Props {
  readonly about: string;
  readonly items: readonly { readonly id: string; readonly number: number; readonly title: string }[];
  readonly suggested?: string | undefined;
  readonly typed: DecisionTyped | null;
}

/** The id of a field of the form about something; several of these forms stand on one page. */
export const fieldOf = (name: string, about: string) => `${name}-${about.replace(":", "-")}`;

/** What happens with a theme or a need, and why. */
export function DecisionForm({ about, items, suggested, typed }: Props) {
  const words = useWords(programmeWords);
  const m = words.answers;
  const word = (name: string) => (typed?.errors[name] ? m.errors[name]?.[typed.errors[name]] : undefined);
  const own = (name: string) => fieldOf(name, about);
  return (
    <Form method="post" noValidate preventScrollReset>
      {typed?.refused ? <Refusal>{typed.refused === "gone" ? words.form.gone : words.form.notNow}</Refusal> : null}
      <input type="hidden" name="about" value={about} />
      {typed?.guarded ? <GuardWarning typed={[["reason", typed.reason]]} fields={["reason"]} /> : null}
      <RadioGroup
        name="verdict"
        id={own("verdict")}
        legend={m.verdict}
        required
        defaultValue={typed?.verdict}
        choices={verdicts.map((value) => ({ value, label: words.verdicts[value] }))}
        error={word("verdict")}
      />
      <TextArea
        name="reason"
        id={own("reason")}
        label={m.reason}
        hint={m.reasonHint}
        required
        rows={3}
        defaultValue={typed?.reason}
        error={word("reason")}
      />
      {items.length > 0 ? (
        <Select
          name="item"
          id={own("item")}
          label={m.item}
          emptyWord={m.noItem}
          defaultValue={typed?.item ?? suggested ?? ""}
          options={items.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))}
        />
      ) : null}
      <p className="actions">
        <Button>{m.button}</Button>
      </p>
    </Form>
  );
}
