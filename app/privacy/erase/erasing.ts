import type { DialogueState } from "../../dialogue/dialogue.ts";
import type { PersonId } from "../../platform/ids.ts";

/** Why a dialogue cannot be erased now; null when it can. */
export function keptBecause(dialogue: { readonly state: DialogueState; readonly heldAt: Date | null }): "open" | "held" | null {
  if (dialogue.heldAt) return "held";
  return dialogue.state === "archived" ? null : "open";
}

/** Who may do it: another than who asked. */
export const isSecond = (request: { readonly askedBy: PersonId }, by: PersonId): boolean => request.askedBy !== by;

/** The title as somebody typed it, to show that it is this dialogue they mean. */
export const isTitle = (typed: string, title: string): boolean => plain(typed) === plain(title);

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/[‘’“”"']/g, "'")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();
