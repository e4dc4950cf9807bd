import { type Suggestion, suggest } from "./suggestion.ts";

/** Looks suggestions up in the list that came with the page, or at `data-source` (JSON, `?q=`). */
function finder(root: HTMLElement, input: HTMLInputElement) {
  const source = root.dataset.source;
  const options = [...root.querySelectorAll<HTMLOptionElement>("datalist option")].map((option) => ({
    value: option.dataset.value ?? option.value,
    label: option.value,
    detail: option.label === option.value ? undefined : option.label,
  }));
  let asked: AbortController | undefined;
  return async (): Promise<readonly Suggestion[] | undefined> => {
    const typed = input.value.trim();
    if (!source) return suggest(options, typed);
    asked?.abort();
    if (typed.length < 2) return [];
    asked = new AbortController();
    try {
      const url = new URL(source, location.href);
      url.searchParams.set("q", typed);
      const answer = await fetch(url, { signal: asked.signal, headers: { accept: "application/json" } });
      return answer.ok ? ((await answer.json()) as readonly Suggestion[]) : [];
    } catch {
      return undefined;
    }
  };
}

/**
 * The ARIA combobox with a list beneath: arrows move, Enter takes, Esc closes, Tab goes on. The text field keeps the focus.
 * Makes it out of the plain text field that is there without script.
 */
export function enhanceCombobox(root: HTMLElement) {
  const input = root.querySelector<HTMLInputElement>("input[type=text]");
  const chosen = root.querySelector<HTMLInputElement>("input[type=hidden]");
  const status = root.querySelector<HTMLElement>("[aria-live]");
  if (!input || !chosen || !status) return;
  const find = finder(root, input);
  const list = root.ownerDocument.createElement("ul");
  list.id = `${input.id}-list`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", root.dataset.label ?? "");
  list.hidden = true;
  root.append(list);
  const dataList = input.getAttribute("list");
  input.removeAttribute("list");
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
    ["autocomplete", "off"],
  ] as const)
    input.setAttribute(name, value);

  let shown: readonly Suggestion[] = [];
  let at = -1;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const mark = (to: number) => {
    at = to;
    for (const [index, line] of [...list.children].entries()) line.setAttribute("aria-selected", String(index === at));
    const line = list.children[at];
    if (line) {
      input.setAttribute("aria-activedescendant", line.id);
      line.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const take = (index: number) => {
    const suggestion = shown[index];
    if (!suggestion) return;
    input.value = suggestion.label;
    chosen.value = suggestion.value;
    close();
    chosen.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const show = async () => {
    const found = await find();
    if (found === undefined) return;
    shown = found;
    list.replaceChildren(
      ...found.map((suggestion, index) => {
        const line = root.ownerDocument.createElement("li");
        line.id = `${list.id}-${index}`;
        line.setAttribute("role", "option");
        line.setAttribute("aria-selected", "false");
        line.textContent = suggestion.label;
        if (suggestion.detail)
          line.append(" ", Object.assign(root.ownerDocument.createElement("small"), { textContent: suggestion.detail }));
        return line;
      }),
    );
    at = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = found.length === 0 || root.ownerDocument.activeElement !== input;
    input.setAttribute("aria-expanded", String(!list.hidden));
    const words = found.length === 0 ? root.dataset.none : found.length === 1 ? root.dataset.one : root.dataset.many;
    status.textContent = input.value.trim() === "" ? "" : (words ?? "").replace("{n}", String(found.length));
    status.classList.toggle("visually-hidden", found.length > 0 || input.value.trim().length < 2);
  };

  const onInput = () => {
    chosen.value = "";
    clearTimeout(pause);
    pause = setTimeout(show, 120);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) void show();
      else {
        const step = event.key === "ArrowDown" ? 1 : -1;
        mark(at < 0 && step < 0 ? shown.length - 1 : (at + step + shown.length) % shown.length);
      }
    } else if (event.key === "Enter" && !list.hidden && at >= 0) {
      event.preventDefault();
      take(at);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  };
  const onBlur = () => setTimeout(close, 0);
  // mousedown would take the focus out of the field before the click arrives
  const onMouseDown = (event: MouseEvent) => event.preventDefault();
  const onClick = (event: MouseEvent) => take([...list.children].indexOf((event.target as Element).closest("li") ?? list));

  input.addEventListener("input", onInput);
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", onBlur);
  list.addEventListener("mousedown", onMouseDown);
  list.addEventListener("click", onClick);
  return () => {
    clearTimeout(pause);
    input.removeEventListener("input", onInput);
    input.removeEventListener("keydown", onKey);
    input.removeEventListener("blur", onBlur);
    list.remove();
    for (const name of ["role", "aria-autocomplete", "aria-expanded", "aria-controls", "aria-activedescendant"])
      input.removeAttribute(name);
    if (dataList) input.setAttribute("list", dataList);
  };
}
