import { Suspense, useEffect, useState } from "react";
import { outsides } from "../../dialogue/outside.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import { Notice } from "../../ui/notice.tsx";
import { isGuarded } from "../room/deed.ts";
import { roomWords } from "../room/messages/room.ts";
import { newId } from "../room/new-id.ts";
import { type Draft, draftPrefix, isEmpty, readDraft, type Sending, wordsOf } from "./draft.ts";
import { GuardUnsent } from "./later-guard.tsx";
import { useOutbox } from "./outbox.tsx";
import { browserStore } from "./store.ts";

const fieldOf = (sending: Sending, name: string) => sending.fields.find(([one]) => one === name)?.[1] ?? "";

/** All that was typed here and is not with the server: what waits for the network, what was refused, and what was begun in an earlier step. */
export function Unsent({ step }: { step: string | null }) {
  const { waiting, drop } = useOutbox();
  const m = useWords(roomWords).unsent;
  const codes: Readonly<Record<string, string>> = useWords(roomWords).refused.codes;
  // A button that was refused said so in its own place; nothing typed is lost with it.
  const withWords = waiting.filter((one) => fieldOf(one, "text").trim() !== "");
  const wait = withWords.filter((one) => one.refused === null && one.tries > 0);
  const held = waiting.filter((one) => isGuarded(one.refused));
  const refused = withWords.filter((one) => one.refused !== null && !isGuarded(one.refused));
  return (
    <>
      {wait.length > 0 ? (
        <Notice variant="warn" live="polite" title={m.waits({ n: wait.length })}>
          {wait.map((one) => (
            <Typed as="p" key={one.key}>
              {fieldOf(one, "text")}
            </Typed>
          ))}
        </Notice>
      ) : null}
      {held.map((one) => (
        <Suspense key={one.key}>
          <GuardUnsent one={one} />
        </Suspense>
      ))}
      {refused.map((one) => (
        <Notice key={one.key} variant="error" live="polite" title={codes[one.refused ?? ""] ?? codes.unknown}>
          <Typed as="p">{fieldOf(one, "text")}</Typed>
          <p className="row-actions">
            <CopyButton text={fieldOf(one, "text")} />
            <Button type="button" variant="quiet" size="small" onClick={() => drop(one.key)}>
              {m.throwAway}
            </Button>
          </p>
        </Notice>
      ))}
      <Begun step={step} />
    </>
  );
}

/** Text of an earlier step, when the session moved on while somebody typed: it can still be sent, as what it was meant for. */
function Begun({ step }: { step: string | null }) {
  const outbox = useOutbox();
  const { session, person } = outbox;
  const m = useWords(roomWords).unsent;
  const [begun, setBegun] = useState<readonly { key: string; draft: Draft }[]>([]);
  useEffect(() => {
    const found = browserStore.keys(draftPrefix(session, person)).flatMap((key) => {
      const draft = readDraft(browserStore.get(key));
      return draft && draft.step !== step && !draft.form.startsWith("edit:") && !isEmpty(draft) ? [{ key, draft }] : [];
    });
    setBegun(found.sort((a, b) => a.draft.at - b.draft.at));
  }, [session, person, step]);

  const away = (key: string) => {
    browserStore.set(key, null);
    setBegun((all) => all.filter((one) => one.key !== key));
  };
  const send = ({ key, draft }: { key: string; draft: Draft }) => {
    const [name = "", insight] = draft.form.split(":");
    const kind = name !== "words" ? name : draft.fields.example ? "example" : "condition";
    const form = new FormData();
    for (const [field, value] of Object.entries(draft.fields)) form.set(field, value);
    const id = newId();
    for (const [field, value] of Object.entries({
      id,
      kind,
      text: wordsOf(draft),
      ...(outsides.some((one) => one === draft.step) ? { moment: draft.step } : { step: draft.step }),
      ...(insight ? { insight } : {}),
    }))
      form.set(field, value);
    void outbox.send(`bijdrage:${id}`, `/bijeenkomst/${session}/bijdragen`, form);
    away(key);
  };
  return begun.map((one) => (
    <Notice
      key={one.key}
      title={m.begun}
      action={
        <span className="row-actions">
          <Button type="button" variant="secondary" size="small" onClick={() => send(one)}>
            {m.send}
          </Button>
          <Button type="button" variant="quiet" size="small" onClick={() => away(one.key)}>
            {m.throwAway}
          </Button>
        </span>
      }
    >
      <Typed as="p">{wordsOf(one.draft)}</Typed>
    </Notice>
  ));
}

function CopyButton({ text }: { text: string }) {
  const m = useWords(roomWords).unsent;
  const [done, setDone] = useState(false);
  return (
    <Button
      type="button"
      variant="secondary"
      size="small"
      onClick={() => navigator.clipboard?.writeText(text).then(() => setDone(true))}
    >
      {done ? m.copied : m.copy}
    </Button>
  );
}
