import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/form/choices.tsx";
import { Combobox } from "../../ui/form/combobox.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { networkWords } from "../messages/network.ts";
import { distances, type Search } from "./search.ts";

interface Props {
  readonly asked: Search;
  readonly fields: readonly { readonly id: string; readonly name: string }[];
  readonly areaUnknown: boolean;
  readonly address: string;
  /** something else is the first thing to do on the page */
  readonly second: boolean;
}

/** Asks by the address, so that a search can be kept and sent on. */
export function DirectorySearch({ asked, fields, areaUnknown, address, second }: Props) {
  const m = useWords(networkWords).directory;
  return (
    <search aria-label={m.search}>
      <form method="get" action={`${address}#kaarten`} className="network-search">
        <div className="wide">
          <TextField name="q" type="search" label={m.words} hint={m.wordsHint} defaultValue={asked.words} maxLength={200} />
        </div>
        <Combobox
          name="gebied"
          label={m.area}
          hint={m.areaHint}
          error={areaUnknown ? m.areaUnknown : undefined}
          source="/gebieden"
          words={m.areaWords}
          defaultValue={asked.area}
          defaultChosen={asked.chosen}
        />
        <Select
          name="afstand"
          label={m.within}
          defaultValue={String(asked.within)}
          options={distances.map((n) => ({ value: String(n), label: m.km({ n }) }))}
        />
        <Select
          name="vakgebied"
          label={m.field}
          emptyWord={m.allFields}
          defaultValue={asked.field}
          typed
          options={fields.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Checkbox name="aanbod" label={m.offers} defaultChecked={asked.offers} />
        <p className="wide actions">
          <Button variant={second ? "secondary" : "primary"}>{m.button}</Button>
          <a href={address}>{m.clear}</a>
        </p>
      </form>
    </search>
  );
}
