import { Form } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { changeLimit, guardedPublication } from "../write/draft.ts";
import { draftWords } from "../write/messages/draft.ts";

interface Props {
  readonly next: number;
  readonly isOrganiser: boolean;
  readonly mayPublish: boolean;
  readonly typed?: string | undefined;
  readonly errors?: Readonly<Record<string, string>>;
  readonly guarded?: boolean | undefined;
}

/** Freezes the next version. The number goes along: two people who publish at once publish one. */
export function PublishForm({ next, isOrganiser, mayPublish, typed, errors = {}, guarded }: Props) {
  const m = useWords(draftWords);
  const { slug, state } = useDialogue();
  if (!isOrganiser) return <p className="quiet">{m.versions.onlyOrganiser}</p>;
  if (!mayPublish)
    return (
      <p>
        {m.versions.notYet}{" "}
        {state === "open" ? <TextLink to={`/team/${slug}/stand?stap=start-harvest`}>{m.versions.forward}</TextLink> : null}
      </p>
    );
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = m.errors;
  const word = (name: string) => (errors[name] ? words[name]?.[errors[name]] : undefined);
  const summary = ["change", "sure"].flatMap((field) => {
    const text = word(field);
    return text ? [{ field, text }] : [];
  });
  return (
    <Form method="post" action={`/team/${slug}/verslag/versies`} noValidate>
      <ErrorSummary heading={m.summary} errors={summary} />
      {guarded ? <GuardWarning typed={[["change", typed]]} fields={guardedPublication} /> : null}
      <p>{next === 1 ? m.versions.first : `${m.versions.later({ n: next })} ${m.versions.repeated}`}</p>
      <input type="hidden" name="number" value={next} />
      {next > 1 ? (
        <TextArea
          name="change"
          label={m.versions.change}
          hint={m.versions.changeHint}
          rows={3}
          max={changeLimit}
          count={{ ...m.count, limit: m.count.limit({ n: changeLimit }) }}
          defaultValue={typed}
          error={word("change")}
        />
      ) : null}
      <Checkbox
        name="sure"
        value="ja"
        label={m.versions.sure}
        hint={m.versions.sureHint}
        error={word("sure")}
        defaultChecked={guarded}
      />
      <p className="actions">
        <Button>{m.versions.button({ n: next })}</Button>
      </p>
    </Form>
  );
}
