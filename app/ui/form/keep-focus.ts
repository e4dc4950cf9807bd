import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/**
 * Who works by keyboard or by ear is never put back at the start of the page: on another page the focus goes to its heading, and
 * when what had the focus goes away (it was sent, the step changed) to the nearest thing that stayed.
 */
export function useKeptFocus(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) focusOn(document.querySelector("main h1"));
    before.current = pathname;
  }, [pathname]);
  useEffect(watchFocus, []);
}

function watchFocus(): () => void {
  // what has the focus, and around it what it stands in
  let path: Element[] = [];
  const remember = ({ target }: FocusEvent) => {
    path = [];
    for (let at = target as Element | null; at && at !== document.body; at = at.parentElement) path.push(at);
  };
  let byPointer = false;
  // a click beside everything lets go of the focus on purpose
  const press = () => {
    path = [];
    byPointer = true;
  };
  const key = () => {
    byPointer = false;
  };
  const look = () => {
    const [last] = path;
    const at = document.activeElement;
    if (!last || (at !== null && at !== document.body && at !== last) || isThere(last)) return;
    const stays = path.findIndex(isThere);
    const gone = stays < 0 ? path : path.slice(0, stays);
    const around = stays < 0 ? [] : path.slice(stays);
    path = [];
    // under a pointer the page does not move
    focusOn(sameAgain(last, gone, around[0]) ?? nearest(around) ?? document.querySelector("main h1"), byPointer);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled", "open"] });
  document.addEventListener("focusin", remember);
  document.addEventListener("pointerdown", press);
  document.addEventListener("keydown", key);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", remember);
    document.removeEventListener("pointerdown", press);
    document.removeEventListener("keydown", key);
  };
}

const isThere = (one: Element) => one.isConnected && !one.matches(":disabled") && one.checkVisibility();

/** A form that begins anew has the same button again; another thing of a list, or another part of the page, is not the same. */
function sameAgain(last: Element, gone: readonly Element[], around: Element | undefined): Element | undefined {
  if (!around || last.isConnected || gone.some((one) => one.matches("li, tr, section"))) return undefined;
  const same = [...around.querySelectorAll(last.tagName)].filter(
    (one) => isThere(one) && one.id === last.id && (last.id !== "" || one.textContent === last.textContent),
  );
  return same.length === 1 ? same[0] : undefined;
}

/** The thing of a list that it stood in, or the heading of the part. Never a button: a second press would do what nobody meant. */
function nearest(around: readonly Element[]): Element | null {
  for (const one of around) {
    if (one.matches("li")) return one;
    const heading = one.matches("section, article, aside, dialog, main") && one.querySelector("h1, h2, h3");
    if (heading && isThere(heading)) return heading;
  }
  return null;
}

function focusOn(one: Element | null, preventScroll = true): void {
  if (!(one instanceof HTMLElement)) return;
  if (one.tabIndex < 0) one.setAttribute("tabindex", "-1");
  one.focus({ preventScroll });
}
