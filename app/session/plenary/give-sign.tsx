import { useEffect, useState } from "react";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { talkWords } from "../talk/messages/talk.ts";
import { type Sign, signs } from "../talk/said.ts";

/** In the plenary: to show something without a word. Nothing of it is kept. */
export function GiveSign({ session }: { session: string }) {
  const m = useWords(talkWords).signs;
  const [said, setSaid] = useState("");
  // A press before the script is here would be lost.
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  async function give(sign: Sign): Promise<void> {
    const body = new URLSearchParams({ teken: sign });
    const heard = await fetch(`/bijeenkomst/${session}/typen`, { method: "POST", body }).then(
      (answer) => answer.text().then(() => answer.ok),
      () => false,
    );
    setSaid(heard ? m.seen : m.failed);
  }
  return (
    <fieldset className="with-script give-sign">
      <legend className="visually-hidden">{m.give}</legend>
      <div className="row-actions">
        {signs.map((sign) => (
          <Button key={sign} type="button" variant="quiet" size="small" disabled={!isReady} onClick={() => void give(sign)}>
            {m[sign]}
          </Button>
        ))}
      </div>
      <p className="small quiet" role="status">
        {said}
      </p>
    </fieldset>
  );
}
