import { useWords } from "../../language/words.ts";
import { Notice } from "../../ui/notice.tsx";
import { connectionWords } from "./messages/connections.ts";
import "./machine.css";

/** A secret, at the only moment that it can be read. */
export function ShownOnce({ kind, name, secret }: { kind: "key" | "hook"; name: string; secret: string }) {
  const m = useWords(connectionWords).shown;
  return (
    <Notice variant="success" live="polite">
      <p>
        <strong>{m[kind]({ name })}</strong>
      </p>
      <p>
        <code className="secret">{secret}</code>
      </p>
      <p>{m.once}</p>
    </Notice>
  );
}
