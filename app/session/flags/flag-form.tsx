import { flagLimit, reportReasons } from "../../contribution/flag.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { counted } from "../room/counted.ts";
import { DeedForm } from "../room/deed-form.tsx";
import { roomWords } from "../room/messages/room.ts";
import { roomPartsWords } from "../room/messages/room-parts.ts";

/** "Meld dit": to the facilitator, with a reason. @param at the address of the contribution */
export function FlagForm({ at, number, done }: { at: string; number: number; done: boolean }) {
  const m = useWords(roomPartsWords).flag;
  const { count } = useWords(roomWords).write;
  if (done) return <span className="quiet">{m.done}</span>;
  return (
    <Disclosure
      summary={
        <>
          {m.open}
          <span className="visually-hidden">: {m.of({ number })}</span>
        </>
      }
    >
      <DeedForm action={`${at}/melding`}>
        <input type="hidden" name="terug" value={`#bijdrage-${number}`} />
        <RadioGroup
          name="why"
          id={`waarom-${number}`}
          legend={m.why}
          choices={reportReasons.map((value) => ({ value, label: m.reasons[value] }))}
        />
        <TextArea
          name="text"
          id={`melding-${number}`}
          label={m.text}
          optionalWord={m.optional}
          rows={2}
          {...counted(count, flagLimit)}
        />
        <p className="small quiet">{m.who}</p>
        <Button variant="secondary" size="small">
          {m.send}
        </Button>
      </DeedForm>
    </Disclosure>
  );
}
