import { Button } from "../../app/ui/button.tsx";
import { Rail } from "../../app/ui/chart/rail.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "../../app/ui/form/choices.tsx";
import { Combobox } from "../../app/ui/form/combobox.tsx";
import { ErrorSummary } from "../../app/ui/form/error-summary.tsx";
import { Select } from "../../app/ui/form/select.tsx";
import { TextArea, TextField } from "../../app/ui/form/text-field.tsx";

const count = {
  limit: "Hoogstens 140 tekens.",
  left: "Nog {n} tekens.",
  leftOne: "Nog 1 teken.",
  over: "{n} tekens te veel.",
  overOne: "1 teken te veel.",
};
const subjects = ["Grond", "Water", "Zaad", "Gereedschap", "Bijen", "Keuken", "Kinderen en school"];
const streets = [
  "Dijkstraat",
  "Esdoornlaan",
  "Façadeweg",
  "Kastanjeplein",
  "Lindenlaan",
  "Meidoornpad",
  "Oude Dijk",
  "Wilgenhof",
];
const wrong = [
  { field: "email-wrong", text: "Vul een volledig e-mailadres in" },
  { field: "subjects-wrong", text: "Kies ten minste één onderwerp" },
];

export function FormSpecimens() {
  return (
    <>
      <Rail id="forms" heading="Velden" beside={<p className="small quiet">In rust, gevuld, fout</p>}>
        <form method="post" noValidate>
          <TextField
            name="name"
            label="Uw naam"
            hint="Zo ziet de groep u straks."
            autoComplete="name"
            defaultValue="Noor Verhagen"
            required
          />
          <TextField name="phone" label="Telefoon" optionalWord="hoeft niet" type="tel" autoComplete="tel" />
          <TextArea
            name="brings"
            label="Wat brengt u mee?"
            hint="Een plant, een vraag, een idee."
            max={140}
            count={count}
            defaultValue="Een bak aardbeien, en twee middagen in de week."
          />
          <TextArea
            name="story"
            label="Uw verhaal"
            max={20}
            count={{ ...count, limit: "Hoogstens 20 tekens." }}
            defaultValue="Dit is te lang voor het bord 🌱"
          />
          <div className="field-row">
            <Select
              name="day"
              label="Dag"
              emptyWord="Kies een dag"
              options={["Maandag", "Woensdag", "Zaterdag"].map((label) => ({ value: label, label }))}
            />
            <TextField name="code" label="Postcode" autoComplete="postal-code" disabled defaultValue="1234 AB" />
          </div>
          <Combobox
            name="street"
            label="In welke straat woont u?"
            hint="Begin te typen en kies uit de lijst."
            options={streets.map((label) => ({ value: label, label, detail: "Tuinwijk" }))}
            words={{
              none: "Geen straat gevonden. U mag hem ook zelf typen.",
              one: "1 straat gevonden.",
              many: "{n} straten gevonden.",
            }}
          />
          <RadioGroup
            name="way"
            legend="Hoe doet u mee?"
            columns="three"
            defaultValue="sound"
            choices={[
              { value: "camera", label: "Met camera", hint: "De groep ziet en hoort u.", icon: "camera" },
              { value: "sound", label: "Met geluid", hint: "De groep hoort u.", icon: "microphone" },
              { value: "text", label: "Met tekst", hint: "De groep leest mee.", icon: "keyboard" },
            ]}
          />
          <CheckboxGroup
            name="subjects"
            legend="Waar weet u veel van?"
            hint="Kies er één of meer."
            columns="two"
            defaultValue={["Zaad"]}
            choices={subjects.map((label, index) => ({ value: label, label, shape: index + 1, disabled: index === 4 }))}
          />
          <Checkbox name="agree" label="Ik vind het goed dat mijn naam op het bord komt" hint="U kunt dit later intrekken." />
          <div className="actions">
            <Button>Stuur uw aanmelding</Button>
          </div>
        </form>
      </Rail>
      <Rail id="errors" heading="Velden met een fout">
        <ErrorSummary heading="Twee antwoorden kloppen nog niet" errors={wrong}>
          <p>Wat u al hebt ingevuld, is bewaard.</p>
        </ErrorSummary>
        <form method="post" noValidate>
          <TextField
            name="email-wrong"
            type="email"
            label="E-mailadres"
            hint="We sturen u een bevestiging."
            defaultValue="noor.verhagen@zorggroep"
            error="Vul een volledig e-mailadres in. Het eindigt op bijvoorbeeld .nl."
            autoComplete="email"
            required
          />
          <Select name="day-wrong" label="Dag" emptyWord="Kies een dag" options={[]} error="Kies een dag." />
          <RadioGroup
            name="size-wrong"
            legend="Hoe groot wordt uw bed?"
            columns="row"
            error="Kies een maat."
            choices={["Klein", "Gewoon", "Groot"].map((label) => ({ value: label, label }))}
          />
          <CheckboxGroup
            name="subjects-wrong"
            legend="Waar weet u veel van?"
            columns="two"
            error="Kies ten minste één onderwerp."
            choices={subjects.slice(0, 4).map((label, index) => ({ value: label, label, shape: index + 1 }))}
          />
          <Checkbox
            name="agree-wrong"
            label="Ik heb de tuinregels gelezen"
            error="Vink aan dat u de tuinregels hebt gelezen."
            required
          />
        </form>
      </Rail>
    </>
  );
}
