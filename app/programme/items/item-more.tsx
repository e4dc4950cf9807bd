import { Form } from "react-router";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import type { ItemId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { programmeWords } from "../messages/programme.ts";
import { programmeWorkWords } from "../messages/programme-work.ts";

interface Props {
  readonly item: {
    readonly id: ItemId;
    readonly number: number;
    readonly owners: readonly { readonly id: string; readonly role: string }[];
  };
  readonly mayWrite: boolean;
}

/** Who looks after an item, and what else can be done with it: merged, split, taken away. */
export function ItemMore({ item, mayWrite }: Props) {
  const m = useWords(programmeWords).form;
  const work = useWords(programmeWorkWords).links;
  const { slug } = useDialogue();
  const here = `/team/${slug}/programma/${item.number}`;
  return (
    <>
      <Rail id="mensen" heading={work.people}>
        {item.owners.length > 0 ? (
          <ul>
            {item.owners.map((one) => (
              <li key={one.id}>{one.role}</li>
            ))}
          </ul>
        ) : null}
        <p>
          <TextLink to={`${here}/mensen`}>{work.toPeople}</TextLink>
        </p>
      </Rail>
      {mayWrite ? (
        <Rail id="verder" heading={work.heading}>
          <p>
            <TextLink to={`${here}/delen`}>{work.share}</TextLink>
          </p>
          <Disclosure summary={m.remove}>
            <p>{m.removeText}</p>
            <Form method="post">
              <input type="hidden" name="doen" value="weg" />
              <input type="hidden" name="id" value={item.id} />
              <p className="actions">
                <Button variant="secondary" danger>
                  {m.removeSure}
                </Button>
              </p>
            </Form>
          </Disclosure>
        </Rail>
      ) : null}
    </>
  );
}
