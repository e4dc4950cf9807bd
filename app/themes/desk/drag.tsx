import { createContext, type ReactNode, type PointerEvent as ReactPointerEvent, use, useEffect, useRef, useState } from "react";
import { useSubmit } from "react-router";
import { useWords } from "../../language/words.ts";
import { Written } from "../../ui/form/typed.tsx";
import { themesWords } from "../messages/themes.ts";
import { useChosen } from "./chosen.tsx";
import type { ThemeLine } from "./desk.ts";
import { useScript } from "./use-script.tsx";

interface Dragged {
  readonly ids: readonly string[];
  readonly from: string | null;
  readonly x: number;
  readonly y: number;
}

const DragContext = createContext<(event: ReactPointerEvent, id: string, from: string | null) => void>(() => {});

/** Near the edge of the window the page moves along. */
const edge = 60;

/** Needs can be dragged to a theme, by mouse or finger: beside keys and buttons, which do the same. */
export function DragToTheme({ themes, children }: { themes: readonly ThemeLine[]; children: ReactNode }) {
  const m = useWords(themesWords);
  const submit = useSubmit();
  const chosen = useChosen();
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const over = useRef<Element | null>(null);

  function start(event: ReactPointerEvent, id: string, from: string | null) {
    if (event.button !== 0) return;
    event.preventDefault();
    // The row may go from under the finger; the page stays.
    document.body.setPointerCapture(event.pointerId);
    const ids = chosen.ids.has(id) ? [...chosen.ids] : [id];
    setDragged({ ids, from, x: event.clientX, y: event.clientY });
  }

  useEffect(() => {
    if (!dragged) return;
    let [x, y] = [dragged.x, dragged.y];
    const mark = (at: Element | null) => {
      if (over.current === at) return;
      over.current?.removeAttribute("data-dropping");
      at?.setAttribute("data-dropping", "");
      over.current = at;
    };
    const draw = () => {
      if (ghost.current) ghost.current.style.transform = `translate(${x + 12}px, ${y + 12}px)`;
      mark(document.elementFromPoint(x, y)?.closest("[data-drop]") ?? null);
    };
    const move = (event: PointerEvent) => {
      [x, y] = [event.clientX, event.clientY];
      draw();
    };
    const end = (drop: boolean) => {
      const to = drop ? over.current?.getAttribute("data-drop") : null;
      mark(null);
      setDragged(null);
      if (!to || to === dragged.from) return;
      const form = new FormData();
      form.set("deed", "put");
      form.set("to", to);
      form.set("from", dragged.from ?? "");
      for (const id of dragged.ids) form.append("needs", id);
      void submit(form, { method: "post", preventScrollReset: true });
    };
    const up = () => end(true);
    const cancel = () => end(false);
    const whenEscaped = (event: KeyboardEvent) => {
      if (event.key === "Escape") cancel();
    };
    const timer = setInterval(() => {
      const by = y < edge ? -14 : y > innerHeight - edge ? 14 : 0;
      if (by === 0) return;
      scrollBy(0, by);
      draw();
    }, 16);
    draw();
    document.body.setAttribute("data-dragging", "");
    addEventListener("pointermove", move);
    addEventListener("pointerup", up);
    addEventListener("pointercancel", cancel);
    addEventListener("keydown", whenEscaped);
    return () => {
      clearInterval(timer);
      document.body.removeAttribute("data-dragging");
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", up);
      removeEventListener("pointercancel", cancel);
      removeEventListener("keydown", whenEscaped);
    };
  }, [dragged, submit]);

  return (
    <DragContext value={start}>
      {children}
      {dragged ? (
        <>
          <div className="drag-ghost" ref={ghost} aria-hidden="true">
            {m.someNeeds({ n: dragged.ids.length })}
          </div>
          <ul className="plain drag-tray" aria-hidden="true">
            {themes.map(({ id, name }) => (
              <li key={id} data-drop={id}>
                <Written>{name}</Written>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </DragContext>
  );
}

/** For mouse and finger only: by keyboard the same goes by letter, and by box and button. */
export function DragHandle({ id, from, label }: { id: string; from: string | null; label: string }) {
  const start = use(DragContext);
  if (!useScript()) return null;
  return (
    <span className="drag-handle" title={label} aria-hidden="true" onPointerDown={(event) => start(event, id, from)}>
      <svg viewBox="0 0 16 24" width="16" height="24" aria-hidden="true">
        {[4, 12, 20].map((y) => (
          <g key={y}>
            <circle cx="4" cy={y} r="2" />
            <circle cx="12" cy={y} r="2" />
          </g>
        ))}
      </svg>
    </span>
  );
}
