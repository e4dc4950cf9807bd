import { useActionData, useParams } from "react-router";
import { guardWords } from "../../contribution/messages/guard.ts";
import { TeamFrame } from "../../dialogue/team-frame.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { cockpitWords } from "./messages/cockpit.ts";
import { isGuarded, NotKept } from "./not-kept.tsx";
import type { Unsaid } from "./unsaid.ts";

/** Without script: says why the words of a small form were not kept, and has them ready in their fields. */
export function DeedAgain() {
  const m = useWords(cockpitWords).again;
  const guard = useWords(guardWords);
  const { dialogue, session } = useParams();
  const unsaid = useActionData() as Unsaid | undefined;
  const typed = Object.entries(unsaid?.typed ?? {});
  const heading = unsaid && isGuarded(unsaid) ? guard.titleShort : m.title;
  return (
    <TeamFrame>
      <title>{heading}</title>
      <h1>{heading}</h1>
      {unsaid ? (
        <form method="post">
          <NotKept unsaid={unsaid} />
          {typed.map(([name, value]) =>
            name in m.fields ? (
              <TextArea key={name} name={name} label={m.fields[name as keyof typeof m.fields]} defaultValue={value} rows={3} />
            ) : (
              <input key={name} type="hidden" name={name} value={value} />
            ),
          )}
          <p className="actions">
            <Button>{m.button}</Button>
          </p>
        </form>
      ) : null}
      <p>
        <TextLink href={`/team/${dialogue}/bijeenkomst/${session}`}>{m.back}</TextLink>
      </p>
    </TeamFrame>
  );
}
