import { Form } from "react-router";
import { useDialogue } from "../dialogue/use-dialogue.tsx";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/button.tsx";
import { CheckboxGroup } from "../ui/form/choices.tsx";
import { Around, Written } from "../ui/form/typed.tsx";
import { Disclosure } from "../ui/layout/disclosure.tsx";
import type { ThemeLine } from "./desk/desk.ts";
import { themesWords } from "./messages/themes.ts";
import type { TieLine } from "./tie.ts";

/** Which insights of the practice check are about a theme: then its agreement stands beside the marks. */
export function TieInsights({ ties, open, themes }: { ties: readonly TieLine[]; open: ThemeLine; themes: readonly ThemeLine[] }) {
  const m = useWords(themesWords).tie;
  const { slug } = useDialogue();
  if (ties.length === 0) return null;
  const own = ties.filter(({ theme }) => theme === open.id).map(({ number }) => String(number));
  const nameOf = (id: string | null) => themes.find((one) => one.id === id && id !== open.id)?.name;
  return (
    <Disclosure summary={m.summary({ n: own.length })}>
      <Form method="post" action={`/team/${slug}/themas/inzichten`} preventScrollReset key={own.join()}>
        <input type="hidden" name="theme" value={open.id} />
        <input type="hidden" name="was" value={own.join(",")} />
        <CheckboxGroup
          name="insight"
          legend={m.legend}
          hint={m.hint}
          defaultValue={own}
          choices={ties.map(({ number, text, theme }) => {
            const elsewhere = nameOf(theme);
            return {
              value: String(number),
              label: <Written>{`${number}. ${text}`}</Written>,
              ...(elsewhere ? { hint: <Around words={{ theme: elsewhere }} say={m.elsewhere} /> } : {}),
            };
          })}
        />
        <p className="actions">
          <Button variant="secondary">{m.save}</Button>
        </p>
      </Form>
    </Disclosure>
  );
}
