import { Link, useSearchParams } from "react-router";
import { useWords } from "../../language/words.ts";
import { type Attention, type Worry, worries } from "../attention/attention.ts";
import { cockpitWords } from "./messages/cockpit.ts";

const name = "let-op";

/** Of which kind alone is looked at; null: all. */
export function useUrgency(): Worry | null {
  const wanted = useSearchParams()[0].get(name);
  return worries.find((one) => one === wanted) ?? null;
}

/** How many tables ask for what; one press shows these alone. */
export function UrgencyFilter({ found }: { found: readonly Attention[] }) {
  const m = useWords(cockpitWords).filter;
  const [search] = useSearchParams();
  const chosen = useUrgency();
  const kinds = worries.filter((why) => why === chosen || found.some((one) => one.why === why));
  if (kinds.length < 2 && !chosen) return null;
  const to = (why: Worry | null) => {
    const next = new URLSearchParams(search);
    next.delete("melding");
    next.delete(name);
    if (why) next.set(name, why);
    return `?${next}`;
  };
  return (
    <nav aria-label={m.label}>
      <ul className="plain urgencies">
        {[null, ...kinds].map((why) => (
          <li key={why ?? "all"}>
            <Link
              className="switch-button"
              to={to(why)}
              preventScrollReset
              replace
              aria-current={why === chosen ? "true" : undefined}
            >
              {why ? m.kinds[why] : m.all} <span className="num">{found.filter((one) => !why || one.why === why).length}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
