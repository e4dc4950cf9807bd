import { useWords } from "../../../language/words.ts";
import { Checkbox, CheckboxGroup } from "../../../ui/form/choices.tsx";
import { TextArea } from "../../../ui/form/text-field.tsx";
import { Typed } from "../../../ui/form/typed.tsx";
import { registrationWords } from "../messages/registration.ts";
import { accessKinds, registrationLimits, type TypedRegistration } from "./registration.ts";

interface Props {
  readonly typed: Partial<TypedRegistration>;
  readonly error: (field: string) => string | undefined;
}

/** May be about health: asked with a consent of its own, never ticked beforehand. */
export function AccessFields({ typed, error }: Props) {
  const m = useWords(registrationWords);
  return (
    <>
      <CheckboxGroup
        name="accessKinds"
        legend={m.access.label}
        optionalWord={m.optional}
        hint={m.access.hint}
        error={error("accessKinds")}
        choices={accessKinds.map((value) => ({ value, label: m.access.kinds[value] }))}
        defaultValue={typed.accessKinds}
      />
      <TextArea
        name="accessNeeds"
        rows={2}
        label={m.access.text}
        optionalWord={m.optional}
        max={registrationLimits.accessNeeds}
        count={{ ...m.count, limit: m.count.limit({ n: registrationLimits.accessNeeds }) }}
        defaultValue={typed.accessNeeds}
        error={error("accessNeeds")}
      />
      <Checkbox
        name="accessConsent"
        label={m.access.consent}
        hint={m.access.consentHint}
        error={error("accessConsent")}
        defaultChecked={Boolean(typed.accessConsent)}
      />
    </>
  );
}

interface AgreementProps extends Props {
  readonly privacy: { readonly version: number; readonly text: string };
  readonly privacyHref: string;
}

/** What is done with the data is told, not asked: it does not rest on consent. Which version was there to read is kept. */
export function AgreementFields({ typed, error, privacy, privacyHref }: AgreementProps) {
  const m = useWords(registrationWords);
  const changed = error("privacyVersion");
  return (
    <>
      <div className={changed ? "form-field has-error" : "form-field"}>
        {changed ? <p className="error">{changed}</p> : null}
        {privacy.text ? (
          <details className="disclosure privacy" id="privacy" open={changed !== undefined}>
            <summary>{m.privacy.text}</summary>
            <Typed as="div" className="privacy-text">
              {privacy.text}
            </Typed>
            <p className="small quiet">{m.privacy.version({ version: privacy.version })}</p>
          </details>
        ) : (
          <p id="privacy">
            <a href={privacyHref}>{m.privacy.text}</a>
          </p>
        )}
        <input type="hidden" name="privacyVersion" value={privacy.version} />
      </div>
      <Checkbox
        name="licence"
        label={m.licence.label}
        hint={m.licence.hint}
        error={error("licence")}
        defaultChecked={Boolean(typed.licence)}
        required
      />
    </>
  );
}
