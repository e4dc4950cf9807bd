const shown = 3;
const waitMs = 150;

/**
 * Shows the first of a list beside the link that leads to it on the same page, while the pointer or the focus is on the link or on what
 * is shown. Escape hides it. Following the link opens the list itself, so this is left out of what is read aloud.
 */
export function enhancePeeks(document: Document): void {
  const links = document.querySelectorAll<HTMLAnchorElement>("a[data-peek]");
  if (links.length === 0) return;
  const box = document.createElement("ul");
  box.className = "peek voices plain no-print";
  box.hidden = true;
  box.setAttribute("aria-hidden", "true");
  document.body.append(box);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (deed: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(deed, waitMs);
  };
  const hide = () => {
    clearTimeout(timer);
    box.hidden = true;
  };
  for (const link of links) {
    link.addEventListener("mouseenter", () => soon(() => show(link, box)));
    link.addEventListener("mouseleave", () => soon(hide));
    link.addEventListener("focus", () => soon(() => show(link, box)));
    link.addEventListener("blur", hide);
    link.addEventListener("click", hide);
  }
  box.addEventListener("mouseenter", () => clearTimeout(timer));
  box.addEventListener("mouseleave", () => soon(hide));
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
}

function show(link: HTMLAnchorElement, box: HTMLElement): void {
  const list = link.ownerDocument.getElementById(decodeURIComponent(link.hash.slice(1)));
  const items = [...(list?.querySelectorAll(".voices > li") ?? [])].slice(0, shown);
  if (items.length === 0) return;
  box.replaceChildren(...items.map(barely));
  box.hidden = false;
  const at = link.getBoundingClientRect();
  const { clientWidth } = link.ownerDocument.documentElement;
  box.style.left = `${Math.max(8, Math.min(at.left, clientWidth - box.offsetWidth - 8)) + scrollX}px`;
  box.style.top = `${at.bottom + scrollY + 4}px`;
}

/** Its words and its field: nothing that can be followed, nothing that an address leads to. */
function barely(item: Element): Element {
  const copy = item.cloneNode(true) as Element;
  copy.removeAttribute("id");
  for (const one of copy.querySelectorAll("a, button, .own-words")) one.remove();
  return copy;
}
