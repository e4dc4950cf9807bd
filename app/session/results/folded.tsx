import { Children, type ReactNode } from "react";
import { useWords } from "../../language/words.ts";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { resultsWords } from "./messages/results.ts";

const open = 5;

/** A list of which the first stand open and the rest behind one line; printed it is whole. */
export function Folded({ children }: { children: ReactNode }) {
  const m = useWords(resultsWords);
  const all = Children.toArray(children);
  return (
    <>
      <ol className="plain shared-list">{all.slice(0, open)}</ol>
      {all.length > open ? (
        <Disclosure summary={m.more({ n: all.length - open })}>
          <ol className="plain shared-list" start={open + 1}>
            {all.slice(open)}
          </ol>
        </Disclosure>
      ) : null}
    </>
  );
}
