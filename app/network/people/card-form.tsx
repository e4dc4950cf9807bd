import type { ReactNode } from "react";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, CheckboxGroup } from "../../ui/form/choices.tsx";
import { Combobox } from "../../ui/form/combobox.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import { networkWords } from "../messages/network.ts";
import { type CardWords, cardProse, circles, languageCodes, type Part, type Shown } from "./member.ts";

export interface CardTyped extends CardWords {
  readonly areaChosen: string;
  readonly digest: boolean;
  readonly shown: Shown;
}

interface Props {
  readonly typed: CardTyped;
  readonly fields: readonly { readonly id: string; readonly name: string; readonly shape: number }[];
  readonly errors: Readonly<Record<string, string>>;
  readonly guarded: boolean;
  readonly isNew: boolean;
}

/** What somebody tells of themselves, and beside each part for whom it is. */
export function CardForm({ typed, fields, errors, guarded, isNew }: Props) {
  const words = useWords(networkWords);
  const m = words.card;
  const { none, one, many } = words.directory.areaWords;
  const error = (name: string) => (errors[name] ? m.errors[name]?.[errors[name]] : undefined);
  const told = Object.keys(errors).flatMap((field) => {
    const text = error(field);
    return text ? [{ field, text }] : [];
  });
  const part = (name: Part, field: ReactNode) => (
    <div className="card-part">
      {field}
      <Select
        name={`toon-${name}`}
        label={m.whoOf({ part: words.parts[name] })}
        defaultValue={typed.shown[name]}
        options={circles.map((value) => ({ value, label: m.circles[value] }))}
      />
    </div>
  );
  return (
    <form method="post" noValidate className="card-form">
      <ErrorSummary heading={m.summary} errors={told} />
      <input type="hidden" name="doen" value="bewaar" />
      {guarded ? <GuardWarning outside typed={cardProse.map((name) => [name, typed[name]] as const)} fields={cardProse} /> : null}
      {part(
        "name",
        <TextField
          name="name"
          label={m.name}
          hint={m.nameHint}
          autoComplete="name"
          defaultValue={typed.name}
          error={error("name")}
          required
        />,
      )}
      {part(
        "does",
        <TextArea
          name="does"
          label={m.does}
          hint={m.doesHint}
          optionalWord={m.optional}
          rows={2}
          defaultValue={typed.does}
          error={error("does")}
        />,
      )}
      {part(
        "offers",
        <TextArea
          name="offers"
          label={m.offers}
          hint={m.offersHint}
          optionalWord={m.optional}
          rows={3}
          defaultValue={typed.offers}
          error={error("offers")}
        />,
      )}
      {part(
        "looksFor",
        <TextArea
          name="looksFor"
          label={m.looksFor}
          optionalWord={m.optional}
          rows={3}
          defaultValue={typed.looksFor}
          error={error("looksFor")}
        />,
      )}
      {part(
        "area",
        <Combobox
          name="area"
          label={m.area}
          hint={m.areaHint}
          optionalWord={m.optional}
          source="/gebieden"
          words={{ none, one, many }}
          defaultValue={typed.area}
          defaultChosen={typed.areaChosen}
          error={error("area")}
        />,
      )}
      {part(
        "fields",
        <CheckboxGroup
          name="fields"
          legend={m.fields}
          columns="two"
          defaultValue={typed.fields}
          choices={fields.map(({ id, name, shape }) => ({ value: id, label: name, shape }))}
        />,
      )}
      {part(
        "languages",
        <CheckboxGroup
          name="languages"
          legend={m.languages}
          columns="two"
          defaultValue={typed.languages}
          choices={languageCodes.map((value) => ({ value, label: words.languages[value] }))}
        />,
      )}
      <Checkbox name="digest" label={m.digest} hint={m.digestHint} defaultChecked={typed.digest} />
      {isNew ? <p className="agree">{m.agree}</p> : null}
      <p className="actions">
        <Button>{isNew ? m.join : m.save}</Button>
      </p>
    </form>
  );
}
