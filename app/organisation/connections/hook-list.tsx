import { useWords } from "../../language/words.ts";
import type { EventKind } from "../../platform/webhooks/event.ts";
import { TextLink } from "../../ui/layout/text.tsx";
import { Tag, type Tone } from "../../ui/tag.tsx";
import { connectionWords } from "./messages/connections.ts";
import "./machine.css";

export type HookState = "on" | "paused" | "gone";
export const hookTones: Readonly<Record<HookState, Tone>> = { on: "good", paused: "plain", gone: "bad" };
export interface HookView {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly EventKind[];
  readonly state: HookState;
  readonly failed: number;
  readonly waiting: number;
}

export function HookList({ hooks }: { hooks: readonly HookView[] }) {
  const m = useWords(connectionWords).hooks;
  if (hooks.length === 0) return <p className="quiet">{m.none}</p>;
  return (
    <ul className="entries">
      {hooks.map((one) => (
        <li key={one.id}>
          <div className="entry-head">
            <h3>
              <TextLink to={`/beheer/koppelingen/${one.id}`}>{one.name}</TextLink>
            </h3>
            <Tag tone={hookTones[one.state]}>{m.states[one.state]}</Tag>
          </div>
          <p className="small quiet long-address">{one.url}</p>
          <p className="small quiet">
            {one.kinds.map((kind) => m.kinds[kind]).join(", ")}
            {"."}
            {one.failed > 0 ? ` ${m.failed({ n: one.failed })}` : ""}
            {one.waiting > 0 ? ` ${m.waiting({ n: one.waiting })}` : ""}
          </p>
        </li>
      ))}
    </ul>
  );
}
