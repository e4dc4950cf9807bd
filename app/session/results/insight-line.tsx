import { Written } from "../../ui/form/typed.tsx";
import type { Shown } from "./shown.ts";

/** An insight by its number and words, with a way to all that was said of it. */
export function InsightLine({ shown, id, anchor }: { shown: Pick<Shown, "insights">; id: string; anchor?: string }) {
  const one = shown.insights[id];
  if (!one) return null;
  return (
    <p className="insight-line" id={anchor}>
      <span className="num quiet">{one.number}</span>{" "}
      <a href={one.href}>
        <Written>{one.text}</Written>
      </a>
    </p>
  );
}
