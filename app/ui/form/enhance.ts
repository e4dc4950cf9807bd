import { enhancePeeks } from "../chart/peek.ts";
import { watchCount } from "../count.ts";
import { enhanceCombobox } from "./enhance-combobox.ts";
import { keepDraft } from "./keep-draft.ts";

/** For pages without React in the browser: the same movement, from the same HTML. Call once per document. */
export function enhance(document: Document) {
  for (const shown of document.querySelectorAll<HTMLElement>("[data-count]")) {
    const field = document.getElementById(shown.dataset.count ?? "");
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) watchCount(field);
  }
  for (const root of document.querySelectorAll<HTMLElement>("[data-combobox]")) enhanceCombobox(root);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) keepDraft(form);
  document.querySelector<HTMLElement>(".error-summary")?.focus();
  findInAppendix(document);
  enhancePeeks(document);
  for (const box of document.querySelectorAll<HTMLElement>(".table-scroll"))
    if (box.scrollWidth <= box.clientWidth) box.removeAttribute("tabindex");
}

/** An address of before, to a contribution that a long report has in its appendix. */
function findInAppendix(document: Document): void {
  const { hash } = document.location;
  const number = /^#bijdrage-(\d{1,7})$/.exec(hash)?.[1];
  const appendix = document.querySelector<HTMLElement>("[data-appendix]")?.dataset.appendix;
  if (number && appendix && !document.getElementById(hash.slice(1))) document.location.replace(`${appendix}?nummer=${number}`);
}
