import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "../../language/words.ts";
import { themesWords } from "../messages/themes.ts";
import { type ListProps, NeedRow } from "./need-row.tsx";
import { useLines } from "./use-lines.tsx";

const usualHeight = 84;

/** A list of which only what is in sight is drawn. Each row says its place among all; what has the focus stays, wherever one scrolls. */
export function ScrollList({ list, stand, theme, search, at, label, ...row }: ListProps) {
  const m = useWords(themesWords).list;
  const box = useRef<HTMLElement>(null);
  const [focused, setFocused] = useState(-1);
  const [sight, setSight] = useState<readonly [number, number]>([0, 0]);
  const lineAt = useLines({ list, stand, theme, search }, sight);
  const virtual = useVirtualizer({
    count: list.found,
    getScrollElement: () => box.current,
    estimateSize: () => usualHeight,
    overscan: 15,
    useFlushSync: false,
    getItemKey: (index) => lineAt(index)?.id ?? index,
    rangeExtractor: useCallback(
      (range: Range) => {
        const inSight = defaultRangeExtractor(range);
        return focused < 0 || focused >= range.count || inSight.includes(focused)
          ? inSight
          : [...inSight, focused].sort((a, b) => a - b);
      },
      [focused],
    ),
    onChange: ({ range }) => {
      if (range)
        setSight(([first, last]) =>
          first === range.startIndex && last === range.endIndex ? [first, last] : [range.startIndex, range.endIndex],
        );
    },
  });
  // Who goes through the needs by keyboard sees in the list where that is.
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: "auto" });
  }, [at, virtual]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard as well
    <section ref={box} className="scroll-list" tabIndex={0} aria-label={m.region({ label, n: list.found })}>
      <ol
        className="plain reading"
        aria-label={label}
        style={{ height: virtual.getTotalSize() }}
        onFocus={(event) => setFocused(placeOf(event.target))}
        onBlur={() => setFocused(-1)}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const need = lineAt(index);
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={list.found}
              aria-posinset={index + 1}
              className={need ? (need.id === row.current ? "is-open" : undefined) : "on-its-way"}
              style={{ transform: `translateY(${start}px)` }}
            >
              {need ? (
                <NeedRow {...row} need={need} search={search} place={index} />
              ) : (
                <p className="small quiet">{m.onItsWay({ n: index + 1 })}</p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const placeOf = (target: Element): number => Number(target.closest("[data-index]")?.getAttribute("data-index") ?? -1);
