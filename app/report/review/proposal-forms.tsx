import { Form } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { CheckboxGroup } from "../../ui/form/choices.tsx";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import { Tag } from "../../ui/tag.tsx";
import { proposalWords } from "./messages/proposal.ts";
import type { Given } from "./proposal.ts";

interface ProposedProps {
  readonly sentence: string;
  readonly given: readonly Given[];
  readonly guarded?: boolean;
}

/** What a model proposed, with the words that it rests on: a person changes it, takes it over, or leaves it. */
export function Proposed({ sentence, given, guarded = false }: ProposedProps) {
  const m = useWords(proposalWords);
  return (
    <Rail id="voorstel" heading={m.proposed} beside={<Tag tone="warn">{m.label}</Tag>}>
      <Form method="post" key={sentence}>
        <input type="hidden" name="doen" value="neem" />
        {guarded ? <GuardWarning typed={[["zin", sentence]]} fields={["zin"]} /> : null}
        <TextArea name="zin" label={m.sentence} hint={m.sentenceHint} rows={3} defaultValue={sentence} />
        <CheckboxGroup
          name="bijdrage"
          legend={m.restsOn}
          defaultValue={given.map(({ number }) => String(number))}
          choices={given.map(({ number, text }) => ({ value: String(number), label: `${text} (${m.number({ n: number })})` }))}
        />
        <p className="actions">
          <Button>{m.take}</Button>
        </p>
      </Form>
    </Rail>
  );
}

interface AskProps {
  readonly theme: string;
  readonly search: string;
  readonly found: readonly Given[];
  readonly more: number;
  readonly themes: readonly { readonly key: string; readonly name: string }[];
  readonly busy: boolean;
}

/** From which contributions a sentence is to come: found by theme or by words, and ticked. */
export function AskForm({ theme, search, found, more, themes, busy }: AskProps) {
  const m = useWords(proposalWords);
  return (
    <>
      <Form method="get">
        <TextField name="zoek" label={m.words} defaultValue={search} />
        <p className="row-actions">
          <Button variant="secondary">{m.find}</Button>
          {themes.map((one) => (
            <Button
              key={one.key}
              variant="quiet"
              size="small"
              name="thema"
              value={one.key}
              aria-current={theme === one.key ? "true" : undefined}
            >
              {one.name}
            </Button>
          ))}
        </p>
      </Form>
      {found.length === 0 ? <p>{theme || search ? m.nothing : m.first}</p> : null}
      {found.length > 0 ? (
        <Form method="post" key={`${theme} ${search}`}>
          <input type="hidden" name="doen" value="vraag" />
          <CheckboxGroup
            name="bijdrage"
            legend={m.contributions}
            hint={m.sent}
            choices={found.map(({ number, text }) => ({ value: String(number), label: `${text} (${m.number({ n: number })})` }))}
          />
          {more > 0 ? <p className="small quiet">{m.more({ n: more })}</p> : null}
          <p className="actions">
            <Button aria-disabled={busy}>{m.ask}</Button>
          </p>
        </Form>
      ) : null}
    </>
  );
}
