import { type RefObject, useEffect, useRef } from "react";
import { type Draft, draftKey, isEmpty, isTyped, merge, readDraft } from "./draft.ts";
import { useOutbox } from "./outbox.tsx";
import { browserStore } from "./store.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlsOf(form: HTMLElement): Control[] {
  return [...form.querySelectorAll("input, textarea, select")].filter(
    (one): one is Control =>
      (one instanceof HTMLTextAreaElement || one instanceof HTMLInputElement || one instanceof HTMLSelectElement) &&
      one.name !== "" &&
      one.type !== "hidden" &&
      isTyped(one.name),
  );
}

function readForm(form: HTMLElement): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const one of controlsOf(form)) {
    const chosen = one instanceof HTMLInputElement && (one.type === "radio" || one.type === "checkbox");
    if (chosen && !one.checked) continue;
    const before = fields[one.name];
    fields[one.name] = one.type === "checkbox" && before ? `${before} ${one.value}` : one.value;
  }
  return fields;
}

function fillForm(form: HTMLElement, fields: Readonly<Record<string, string>>): void {
  for (const one of controlsOf(form)) {
    const value = fields[one.name];
    if (one instanceof HTMLInputElement && (one.type === "radio" || one.type === "checkbox"))
      one.checked = (value ?? "").split(" ").includes(one.value);
    else if (one.value !== (value ?? "")) {
      one.value = value ?? "";
      // The count under the field, and what else listens, must hear of it.
      one.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

const wasTypedIn = (form: HTMLElement): boolean =>
  [...form.querySelectorAll("textarea")].some((one) => one.name !== "" && one.value !== one.defaultValue);

/**
 * Keeps what is typed in a form of this step, and puts it back when the page comes again.
 * @param form the form, or the part of it that is typed in
 * @param name the form within its step; undefined: nothing is kept
 * @returns how to forget it, when the server has it
 */
export function useDraft(form: RefObject<HTMLElement | null>, step: string, name: string | undefined): () => void {
  const { session, person } = useOutbox();
  const key = name === undefined ? null : draftKey(session, person, step, name);
  const typedAt = useRef(0);

  useEffect(() => {
    const element = form.current;
    if (!element || key === null || name === undefined) return;
    let filling = false;
    const fill = (draft: Draft | null) => {
      filling = true;
      fillForm(element, draft?.fields ?? {});
      filling = false;
    };
    const typed = () => {
      if (filling) return;
      typedAt.current = Date.now();
      const draft: Draft = { step, form: name, fields: readForm(element), at: typedAt.current };
      browserStore.set(key, isEmpty(draft) ? null : JSON.stringify(draft));
    };
    const elsewhere = (event: StorageEvent) => {
      if (event.key !== key) return;
      const mine: Draft = { step, form: name, fields: readForm(element), at: typedAt.current };
      const next = merge(mine, readDraft(event.newValue), element.contains(document.activeElement));
      if (next !== mine) fill(next);
    };
    const kept = readDraft(browserStore.get(key));
    if (kept && !isEmpty(kept)) fill(kept);
    // Somebody may have begun before the script of this page was there.
    else if (wasTypedIn(element)) typed();
    element.addEventListener("input", typed);
    window.addEventListener("storage", elsewhere);
    return () => {
      element.removeEventListener("input", typed);
      window.removeEventListener("storage", elsewhere);
    };
  }, [form, key, step, name]);

  return () => {
    if (key !== null) browserStore.set(key, null);
  };
}
