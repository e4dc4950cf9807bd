import type { ReactNode } from "react";
import { GuardWarning } from "../../../contribution/guard-warning.tsx";
import { useWords } from "../../../language/words.ts";
import { CheckboxGroup, type Choice, RadioGroup } from "../../../ui/form/choices.tsx";
import { Combobox } from "../../../ui/form/combobox.tsx";
import { LabelText } from "../../../ui/form/form-field.tsx";
import { TextArea, TextField } from "../../../ui/form/text-field.tsx";
import { Written } from "../../../ui/form/typed.tsx";
import { Disclosure } from "../../../ui/layout/disclosure.tsx";
import type { FoundArea } from "../../areas/area-search.ts";
import { registrationWords } from "../messages/registration.ts";
import { AccessFields, AgreementFields } from "./agreement-fields.tsx";
import { type Errors, useErrorText } from "./form-errors.tsx";
import { guardedAnswers, registrationLimits, shownAs, type TypedRegistration } from "./registration.ts";

interface FormLists {
  readonly fields: readonly { readonly id: string; readonly name: string; readonly shape: number }[];
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly privacy: { readonly version: number; readonly text: string };
}

interface FormState {
  readonly typed: Partial<TypedRegistration>;
  readonly errors: Errors;
  readonly chosenArea: string;
  readonly areaChoices: readonly FoundArea[];
  readonly guarded?: boolean;
}

interface Props {
  readonly lists: FormLists;
  readonly state: FormState;
  /** Known already and not to be changed here. */
  readonly mail?: string | undefined;
  /** Who has agreed to the licence and read the privacy text only changes the rest. */
  readonly agreed?: boolean | undefined;
  readonly privacyHref: string;
}

/** The questions of a registration: the same for who comes by the call, is invited, takes over a place or changes an answer. */
export function RegistrationFields({ lists, state, mail, agreed = false, privacyHref }: Props) {
  const m = useWords(registrationWords);
  const { typed } = state;
  const error = useErrorText(state.errors);
  return (
    <>
      {state.guarded ? <GuardWarning typed={Object.entries(typed)} fields={guardedAnswers} /> : null}
      <FormSection id="over-u" heading={m.about}>
        <TextField
          name="name"
          label={m.name.label}
          autoComplete="name"
          defaultValue={typed.name}
          error={error("name")}
          required
        />
        {mail === undefined ? (
          <TextField
            name="mail"
            type="email"
            label={m.mail.label}
            hint={m.mail.hint}
            autoComplete="email"
            spellCheck={false}
            defaultValue={typed.mail}
            error={error("mail")}
            required
          />
        ) : (
          <p>
            <span className="quiet">{m.mail.label}:</span> <strong>{mail}</strong>
          </p>
        )}
        <RadioGroup
          name="shownAs"
          legend={m.shownAs.label}
          hint={m.shownAs.hint}
          error={error("shownAs")}
          choices={shownAs.map((value) => ({ value, label: m.shownAs[value] }))}
          defaultValue={typed.shownAs}
          required
        />
      </FormSection>
      <FormSection id="uw-werk" heading={m.work}>
        <WorkFields lists={lists} state={state} />
      </FormSection>
      <FormSection id="meedoen" heading={m.joining}>
        <AccessFields typed={typed} error={error} />
      </FormSection>
      {agreed ? null : (
        <FormSection id="afspraken" heading={m.agreements}>
          <AgreementFields typed={typed} error={error} privacy={lists.privacy} privacyHref={privacyHref} />
        </FormSection>
      )}
    </>
  );
}

function WorkFields({ lists, state }: Pick<Props, "lists" | "state">) {
  const m = useWords(registrationWords);
  const { typed, areaChoices } = state;
  const error = useErrorText(state.errors);
  const fields = lists.fields.map(({ id, name, shape }) => ({ value: id, label: name, shape }));
  return (
    <>
      <RadioGroup
        name="party"
        legend={m.party.label}
        hint={m.party.hint}
        error={error("party")}
        choices={lists.parties.map(({ id, name }) => ({ value: id, label: <Written>{name}</Written> }))}
        columns="two"
        defaultValue={typed.party}
        required
      />
      <div className="field-row">
        <TextField
          name="function"
          label={m.function.label}
          autoComplete="organization-title"
          defaultValue={typed.function}
          error={error("function")}
        />
        <TextField
          name="organisation"
          label={m.organisation.label}
          autoComplete="organization"
          defaultValue={typed.organisation}
          error={error("organisation")}
        />
      </div>
      <RadioGroup
        name="field"
        legend={m.field.label}
        hint={m.field.hint}
        error={error("field")}
        choices={fields}
        columns="two"
        defaultValue={typed.field}
        required
      />
      <OtherFields choices={fields} chosen={typed.otherFields ?? []} error={error("otherFields")} />
      <Combobox
        name="area"
        label={m.area.label}
        optionalWord={m.optional}
        hint={m.area.hint}
        error={error("area")}
        source="/gebieden"
        words={{ none: m.area.none, one: m.area.one, many: m.area.many }}
        defaultValue={typed.area}
        defaultChosen={state.chosenArea}
      />
      {areaChoices.length > 0 ? (
        <RadioGroup
          name="area-pick"
          legend={m.area.which}
          choices={areaChoices.map((one) => ({
            value: `${one.code}:${one.year}`,
            label: one.everydayName ?? one.name,
            hint: one.within ? `${m.areaKinds[one.kind]}, ${one.within}` : m.areaKinds[one.kind],
          }))}
        />
      ) : null}
      <TextArea
        name="brings"
        label={m.brings.label}
        optionalWord={m.optional}
        hint={m.brings.hint}
        max={registrationLimits.brings}
        count={{ ...m.count, limit: m.count.limit({ n: registrationLimits.brings }) }}
        defaultValue={typed.brings}
        error={error("brings")}
      />
    </>
  );
}

/** The same fields a second time, and most people have one: behind a line, unless something is chosen or wrong there. */
function OtherFields(props: { choices: readonly Choice[]; chosen: readonly string[]; error: string | undefined }) {
  const m = useWords(registrationWords);
  const { choices, chosen, error } = props;
  return (
    <div className="form-field">
      <Disclosure
        open={chosen.length > 0 || error !== undefined}
        summary={
          <span>
            <LabelText label={m.otherFields.label} optionalWord={m.optional} />
          </span>
        }
      >
        <CheckboxGroup
          name="otherFields"
          legend={<span className="visually-hidden">{m.otherFields.label}</span>}
          error={error}
          choices={choices}
          columns="two"
          defaultValue={chosen}
        />
      </Disclosure>
    </div>
  );
}

function FormSection({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="form-section">
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}
