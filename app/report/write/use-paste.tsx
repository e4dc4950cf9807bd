import { type ClipboardEvent, useState } from "react";
import { pastedLines, pastedText } from "./pasted.ts";

/** Beyond this a browser takes long over what can be undone, and what is put at once cannot. */
const undoneUpTo = 20_000;

/**
 * Takes over what is pasted in the notation of a text. Pasting without dress (Ctrl+Shift+V) stays what it is, and so does what comes
 * from a text field.
 * @returns how many pictures stood in what was pasted last
 */
export function usePaste() {
  const [pictures, setPictures] = useState(0);
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = event.clipboardData.getData("text/html");
    const bare = event.clipboardData.getData("text/plain");
    const read = html ? pastedText(new DOMParser().parseFromString(html, "text/html")) : { text: pastedLines(bare), pictures: 0 };
    setPictures(read.pictures);
    if (read.text === "" || read.text === bare) return;
    event.preventDefault();
    insert(event.currentTarget, read.text);
  };
  return { onPaste, pictures };
}

function insert(field: HTMLTextAreaElement, text: string): void {
  if (text.length <= undoneUpTo && document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
