import { useWords } from "../../../language/words.ts";
import { ErrorSummary } from "../../../ui/form/error-summary.tsx";
import { registrationWords } from "../messages/registration.ts";

export type Errors = Readonly<Record<string, string>>;

/** What is wrong with a field, with its remedy. */
export function useErrorText(errors: Errors): (field: string) => string | undefined {
  const m = useWords(registrationWords);
  const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = m.errors;
  return (field) => {
    const code = errors[field];
    return code === undefined ? undefined : (texts[field]?.[code] ?? code);
  };
}

/** The anchor of each field: the first box where there are several. */
const anchors: Readonly<Record<string, string>> = { privacyVersion: "privacy", form: "send" };

/** As the questions stand on the page. */
const order = [
  ...["session", "name", "mail", "shownAs", "party", "function", "organisation", "field", "otherFields", "area", "brings"],
  ...["accessKinds", "accessNeeds", "accessConsent", "privacyVersion", "licence", "form"],
];

export function FormErrors({ errors }: { errors: Errors }) {
  const m = useWords(registrationWords);
  const text = useErrorText(errors);
  const fields = Object.keys(errors).toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const list = fields.map((field) => ({ field: anchors[field] ?? field, text: text(field) ?? "" }));
  return (
    <ErrorSummary heading={m.summary({ n: list.length })} errors={list}>
      <p>{m.kept}</p>
    </ErrorSummary>
  );
}
