import { teamWords } from "../../dialogue/messages/team.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";

/** Signing in with a passkey. Shows itself where the browser can do it. */
export function WithKey({ to }: { to: string }) {
  const m = useWords(teamWords).signIn;
  return (
    <form
      method="post"
      action="/team/aanmelden/sleutel"
      id="sleutel"
      className="sign-in-way"
      hidden
      data-passkey="use"
      data-ask="/team/aanmelden/sleutel/vraag"
      data-stopped={m.keyStopped}
    >
      <h2>{m.key}</h2>
      <p>{m.keyText}</p>
      <input type="hidden" name="answer" />
      <input type="hidden" name="naar" value={to} />
      <Button variant="secondary">{m.keyButton}</Button>
      <p role="status" className="small" />
    </form>
  );
}
