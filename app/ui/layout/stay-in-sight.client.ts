/** A hand that scrolls is followed by scrolling for a while: a flick, a wheel that runs out. */
const handMs = 1_000;
const scrollKeys = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);
const marginPx = 8;

/**
 * What has the focus of the keyboard stays in sight when the page shifts under it, or something comes to lie over it
 * (WCAG 2.4.11). Who scrolled away is left where they are.
 */
export function stayInSight(): () => void {
  /** has the focus, was seen, and has not been scrolled away from */
  let kept: Element | null = null;
  let byKey = false;
  let handAt = Number.NEGATIVE_INFINITY;
  let shifts = false;

  const byHand = () => performance.now() - handAt < handMs;
  const look = () => {
    const at = document.activeElement;
    if (kept && at === kept && !isSeen(kept)) bring(kept);
  };
  // In the second frame the browser has put its own scrolling right.
  const shifted = () => {
    if (shifts) return;
    shifts = true;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        shifts = false;
        look();
      }),
    );
  };
  const focused = ({ target }: FocusEvent) => {
    kept = target instanceof Element && (byKey || isSeen(target)) ? target : null;
    shifted();
  };
  const scrolled = () => {
    if (byHand()) handAt = performance.now();
    else if (shifts) return;
    const at = document.activeElement;
    kept = at && at !== document.body && isSeen(at) ? at : null;
  };
  const hand = () => {
    handAt = performance.now();
  };
  const pressed = () => {
    byKey = false;
    hand();
  };
  const keyed = ({ key, target }: KeyboardEvent) => {
    byKey = true;
    const at = document.activeElement;
    if (scrollKeys.has(key) && !(target instanceof HTMLElement && target.matches("input, textarea, select"))) hand();
    else handAt = Number.NEGATIVE_INFINITY;
    if (at && at !== document.body && isSeen(at)) kept = at;
  };

  const changes = new MutationObserver(shifted);
  const all = { childList: true, characterData: true, subtree: true };
  changes.observe(document.body, { ...all, attributes: true, attributeFilter: ["class", "open", "hidden"] });
  const passive = { passive: true } as const;
  document.addEventListener("focusin", focused);
  document.addEventListener("keydown", keyed);
  document.addEventListener("scroll", scrolled, passive);
  for (const by of ["wheel", "touchmove"] as const) document.addEventListener(by, hand, passive);
  document.addEventListener("pointerdown", pressed);
  window.addEventListener("resize", shifted);
  return () => {
    changes.disconnect();
    document.removeEventListener("focusin", focused);
    document.removeEventListener("keydown", keyed);
    document.removeEventListener("scroll", scrolled);
    for (const by of ["wheel", "touchmove"] as const) document.removeEventListener(by, hand);
    document.removeEventListener("pointerdown", pressed);
    window.removeEventListener("resize", shifted);
  };
}

/** A box that is drawn by its label is seen where its label is. */
const drawn = (one: Element): Element => one.closest("label") ?? one;

/** Any part of it can be seen: it is not beside the window, and nothing lies over all of it. */
function isSeen(one: Element): boolean {
  const whole = drawn(one);
  const { left, top, width, height } = whole.getBoundingClientRect();
  return [0.1, 0.5, 0.9].some((y) =>
    [0.1, 0.3, 0.5, 0.7, 0.9].some((x) => {
      const found = document.elementFromPoint(left + width * x, top + height * y);
      return found !== null && whole.contains(found);
    }),
  );
}

function bring(one: Element): void {
  const whole = drawn(one);
  whole.scrollIntoView({ block: "nearest", behavior: "instant" });
  if (isSeen(one)) return;
  // What lies over it is higher than the page's own margin for it.
  const { left, top, bottom, width, height } = whole.getBoundingClientRect();
  let over = document.elementFromPoint(left + width / 2, top + height / 2);
  while (over && !/sticky|fixed/.test(getComputedStyle(over).position)) over = over.parentElement;
  if (!over) return;
  const cover = over.getBoundingClientRect();
  const below = cover.top <= window.innerHeight - cover.bottom;
  window.scrollBy({ top: below ? top - cover.bottom - marginPx : bottom - cover.top + marginPx, behavior: "instant" });
}
