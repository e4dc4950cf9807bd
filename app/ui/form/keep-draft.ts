interface Draft {
  /** What goes along unseen: for which thing it was begun, and what stood there then. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
}
type Typed = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

/**
 * Keeps what is half typed while another form of a page without React is sent, for as long as the tab stands open.
 * A form asks for it with `data-draft` (its name), says with `data-draft-kept` which of its ids the server has, and with
 * `data-draft-back` that it comes back with what was typed.
 */
export function keepDraft(form: HTMLFormElement): void {
  const key = `klankbord:half:${location.pathname}:${form.dataset.draft}`;
  const kept = (form.dataset.draftKept ?? "").split(" ");
  const write = () => put(key, isTouched(form) || form.dataset.draftBack !== undefined ? readForm(form) : null);
  const draft = get(key);
  // Somebody may have begun before the script was there.
  if (form.dataset.draftBack !== undefined || isTouched(form)) write();
  else if (draft && kept.includes(draft.hidden.id ?? "")) put(key, null);
  else if (draft) {
    fill(form, draft);
    if (!isTouched(form)) put(key, null);
  }
  form.addEventListener("input", write);
}

const controlsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (one): one is Typed =>
      [HTMLTextAreaElement, HTMLInputElement, HTMLSelectElement].some((kind) => one instanceof kind) &&
      (one as Typed).name !== "",
  );
const isChoice = (one: Typed): one is HTMLInputElement => one.type === "radio" || one.type === "checkbox";
/** Of several boxes of one name each is kept. */
const keyOf = (one: Typed) => (isChoice(one) ? `${one.name}=${one.value}` : one.name);
const startOf = (one: Typed) =>
  one instanceof HTMLSelectElement
    ? ([...one.options].find(({ defaultSelected }) => defaultSelected) ?? one.options[0])?.value
    : one.defaultValue;
const isTouched = (form: HTMLFormElement) =>
  controlsOf(form).some((one) =>
    isChoice(one) ? one.checked !== one.defaultChecked : one.type !== "hidden" && one.value !== startOf(one),
  );

function readForm(form: HTMLFormElement): Draft {
  const hidden: Record<string, string> = {};
  const typed: Record<string, string> = {};
  for (const one of controlsOf(form)) {
    if (one.type === "hidden") hidden[one.name] = one.value;
    else if (!isChoice(one) || one.checked) typed[keyOf(one)] = one.value;
  }
  return { hidden, typed };
}

function fill(form: HTMLFormElement, { hidden, typed }: Draft): void {
  for (const one of controlsOf(form)) {
    if (isChoice(one)) one.checked = keyOf(one) in typed;
    else {
      const value = one.type === "hidden" ? hidden[one.name] : typed[one.name];
      if (value === undefined || value === one.value) continue;
      one.value = value;
      // the count under the field hears of it
      one.dispatchEvent(new Event("input"));
    }
  }
  const behind = form.closest("details");
  if (behind && isTouched(form)) behind.open = true;
}

// A private window or a full disk must not stop anybody.
function get(key: string): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

function put(key: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(key, JSON.stringify(draft));
    else sessionStorage.removeItem(key);
  } catch {
    // then it holds as long as the page
  }
}
