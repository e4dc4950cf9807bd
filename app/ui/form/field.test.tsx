import { renderToStaticMarkup as html } from "react-dom/server";
import { expect, test } from "vitest";
import { Checkbox, CheckboxGroup, RadioGroup } from "./choices.tsx";
import { Combobox } from "./combobox.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Select } from "./select.tsx";
import { TextArea, TextField } from "./text-field.tsx";

const count = { limit: "Hoogstens 20", left: "Nog {n}", leftOne: "Nog 1", over: "{n} te veel", overOne: "1 te veel" };

test("a field names itself, its hint and its error, and keeps what was typed", () => {
  const page = html(
    <TextField
      name="mail"
      type="email"
      label="E-mailadres"
      hint="Voor uw link."
      error="Vul uw e-mailadres in."
      defaultValue="noor@"
      required
    />,
  );
  expect(page).toContain('<label for="mail">E-mailadres</label>');
  expect(page).toMatch(/<input type="email" id="mail"[^>]*name="mail"/);
  expect(page).toContain('aria-describedby="mail-hint mail-error"');
  expect(page).toContain('aria-invalid="true"');
  expect(page).toContain('aria-required="true"');
  expect(page).toContain('value="noor@"');
  expect(page).toContain('id="mail-error"');
});

test("a field without hint or error says nothing of them", () => {
  const page = html(<TextField name="org" label="Organisatie" optionalWord="hoeft niet" />);
  expect(page).not.toContain("aria-");
  expect(page).toContain("(hoeft niet)");
});

test("no part sets a style attribute", () => {
  expect(html(<TextArea name="a" label="A" max={20} count={count} />)).not.toContain("style=");
});

test("without script a counted field states its limit", () => {
  const page = html(<TextArea name="need" label="Tekst" hint="Kort." max={20} count={count} defaultValue="Iets" />);
  expect(page).toContain('aria-describedby="need-hint need-count"');
  expect(page).toContain(">Hoogstens 20</p>");
  expect(page).toContain(">Iets</textarea>");
  expect(page).not.toContain("maxLength");
});

test("the error summary links to a field, of a group to its first choice", () => {
  const page = html(
    <>
      <ErrorSummary heading="Er is iets mis" errors={[{ field: "way", text: "Kies hoe u meedoet" }]} />
      <RadioGroup
        name="way"
        legend="Hoe?"
        error="Kies er een."
        required
        choices={[
          { value: "a", label: "A" },
          { value: "b", label: "B" },
        ]}
      />
    </>,
  );
  expect(page).toContain('<a href="#way">Kies hoe u meedoet</a>');
  expect(page).toMatch(
    /<input type="radio" id="way" name="way" value="a"|<input type="radio"[^>]*name="way"[^>]*id="way"|<input[^>]*id="way"[^>]*value="a"/,
  );
  expect(page).toContain('role="radiogroup"');
  expect(page).toContain('aria-describedby="way-error"');
  expect(page).toContain('tabindex="-1"');
});

test("an empty error summary is not there", () => {
  expect(html(<ErrorSummary heading="Er is iets mis" errors={[]} />)).toBe("");
});

test("choices keep what was chosen", () => {
  const page = html(
    <CheckboxGroup
      name="field"
      legend="Wat?"
      defaultValue={["b"]}
      choices={[
        { value: "a", label: "A", shape: 1 },
        { value: "b", label: "B" },
      ]}
    />,
  );
  expect(page).toMatch(/<input type="checkbox"[^>]*checked=""[^>]*value="b"|<input type="checkbox"[^>]*value="b"[^>]*checked=""/);
  expect(page.match(/checked=""/g)).toHaveLength(1);
  expect(page).toContain('id="field-2"');
  expect(page).toContain('href="#shape-1"');
});

test("a single box carries its own error", () => {
  const page = html(<Checkbox name="agree" label="Akkoord" hint="Later te wijzigen." error="Vink dit aan." />);
  expect(page).toContain('aria-describedby="agree-hint agree-error"');
  expect(page).toContain('id="agree-hint"');
});

test("a select keeps its choice and offers an empty line", () => {
  const page = html(
    <Select name="day" label="Dag" emptyWord="Kies" defaultValue="2" options={[{ value: "2", label: "Dinsdag" }]} />,
  );
  expect(page).toContain('<option value="">Kies</option>');
  expect(page).toMatch(/<option (selected="" value="2"|value="2" selected="")>Dinsdag/);
});

test("a combobox is a plain field with a list until script makes it more", () => {
  const words = { none: "Niets", one: "1", many: "{n}" };
  const page = html(
    <Combobox
      name="area"
      label="Gebied"
      words={words}
      options={[{ value: "GM1", label: "Oosterlaak", detail: "gemeente" }]}
      defaultValue="Oos"
    />,
  );
  expect(page).not.toContain('role="combobox"');
  expect(page).toContain('list="area-options"');
  expect(page).toContain('<option value="Oosterlaak" label="gemeente" data-value="GM1">');
  expect(page).toContain('name="area-chosen"');
  expect(html(<Combobox name="area" label="Gebied" words={words} source="/gebieden.json" />)).toContain(
    'data-source="/gebieden.json"',
  );
});
