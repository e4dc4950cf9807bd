import { useLocale, useWords } from "../../language/words.ts";
import { dateLong } from "../../platform/time.ts";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { resultsWords } from "./messages/results.ts";
import type { Results } from "./results.ts";

/** How to read the outcome, written by rule: on whom it rests, how solid it is, and what it does not say. */
export function ReadThis({ results }: { results: Results }) {
  const words = useWords(resultsWords);
  const m = words.read;
  const locale = useLocale();
  const { status, groups, stability, map, tests, method, seed, at } = results;
  const kind = status === "groups" && groups.length > 0 ? m.groups : status === "gradient" ? m.gradient : m.none;
  return (
    <>
      <p>
        {m.base(results)} {m.heard(results.heard)}
      </p>
      <p>
        {kind}{" "}
        {stability === null || status === "no-clear-groups"
          ? ""
          : m.stability({ ari: stability, what: status === "groups" ? "groups" : "sides" })}{" "}
        {map ? m.between({ share: map.between }) : ""}
      </p>
      <p>{m.not}</p>
      <Disclosure summary={words.method.heading}>
        <p>{words.method.text({ method, seed, date: dateLong(new Date(at), locale) })}</p>
        {tests ? <p>{words.method.tests(tests)}</p> : null}
        <p>{words.method.five}</p>
      </Disclosure>
    </>
  );
}
