import { useWords } from "../../language/words.ts";
import { errorOf } from "../../platform/http/error-words.ts";
import { eventKinds } from "../../platform/webhooks/event.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/form/choices.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { connectionWords } from "./messages/connections.ts";
import { scopes } from "./scope.ts";

interface Props {
  /** Of what is made. */
  readonly id: string;
  /** What was sent, when something was wrong with it. */
  readonly typed: Readonly<Record<string, string>> | null;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
}
const ticked = (typed: Props["typed"], name: string) => typed?.[name]?.split(",") ?? [];

export function ApplicationForm({ id, typed, errors, signIn }: Props & { readonly signIn: boolean }) {
  const m = useWords(connectionWords).applications;
  const error = (field: string) => (typed ? errorOf(errors, field) : undefined);
  return (
    <Disclosure summary={m.make} open={typed !== null}>
      <form method="post" noValidate>
        <input type="hidden" name="doen" value="application" />
        <input type="hidden" name="id" value={id} />
        <TextField
          id={typed ? "name" : "application-name"}
          name="name"
          label={m.name}
          hint={m.nameHint}
          defaultValue={typed?.name}
          error={error("name")}
          required
        />
        <CheckboxGroup
          name="scopes"
          legend={m.may}
          defaultValue={ticked(typed, "scopes")}
          error={error("scopes")}
          choices={scopes.map((scope) => ({ value: scope, label: m.scopes[scope].name, hint: m.scopes[scope].about }))}
        />
        {signIn && (
          <TextField
            name="oauthClient"
            label={m.client}
            hint={m.clientHint}
            defaultValue={typed?.oauthClient}
            error={error("oauthClient")}
          />
        )}
        <Button>{m.makeButton}</Button>
      </form>
    </Disclosure>
  );
}

export function HookForm({ id, typed, errors }: Props) {
  const m = useWords(connectionWords).hooks;
  const error = (field: string) => (typed ? errorOf(errors, field) : undefined);
  return (
    <Disclosure summary={m.make} open={typed !== null}>
      <form method="post" noValidate>
        <input type="hidden" name="doen" value="hook" />
        <input type="hidden" name="id" value={id} />
        <TextField
          id={typed ? "name" : "hook-name"}
          name="name"
          label={m.name}
          defaultValue={typed?.name}
          error={error("name")}
          required
        />
        <TextField name="url" type="url" label={m.url} hint={m.urlHint} defaultValue={typed?.url} error={error("url")} required />
        <CheckboxGroup
          name="kinds"
          legend={m.which}
          defaultValue={ticked(typed, "kinds")}
          error={error("kinds")}
          choices={eventKinds.map((kind) => ({ value: kind, label: m.kinds[kind] }))}
        />
        <Button>{m.makeButton}</Button>
      </form>
    </Disclosure>
  );
}
