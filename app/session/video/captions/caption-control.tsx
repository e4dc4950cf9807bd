import { useWords } from "../../../language/words.ts";
import type { PersonId } from "../../../platform/ids.ts";
import { Button } from "../../../ui/button.tsx";
import { Select } from "../../../ui/form/select.tsx";
import { Disclosure } from "../../../ui/layout/disclosure.tsx";
import type { CockpitHall } from "../../cockpit/cockpit-hall.ts";
import { Deed } from "../../cockpit/deed.tsx";
import { talkWords } from "../../talk/messages/talk.ts";

interface Props {
  readonly hall: CockpitHall;
  readonly people: readonly { readonly personId: PersonId; readonly name: string }[];
}

/** Who writes along what is said with the whole group. */
export function CaptionControl({ hall, people }: Props) {
  const m = useWords(talkWords).cockpit;
  const { captionerId, state } = hall.live.view;
  const now = people.find(({ personId }) => personId === captionerId);
  if (!hall.steers || state === "ended" || state === "cancelled") return null;
  return (
    <section aria-labelledby="captions">
      <h2 id="captions" className="visually-hidden">
        {m.captions}
      </h2>
      <Disclosure summary={`${m.captions}: ${now?.name ?? m.nobody.toLowerCase()}`}>
        <Deed key={captionerId} to={`${hall.home}/ondertitelaar`} className="stack">
          <Select
            name="mens"
            id="captioner"
            label={m.captioner}
            hint={m.captionHint}
            emptyWord={m.nobody}
            defaultValue={captionerId ?? ""}
            options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <Button variant="secondary" size="small">
            {m.appoint}
          </Button>
        </Deed>
        <p>
          <a href={hall.home.replace("/bijeenkomst/", "/ondertiteling/")}>{m.captionPage}</a>
        </p>
      </Disclosure>
    </section>
  );
}
