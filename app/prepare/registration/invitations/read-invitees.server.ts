import type { Reader } from "../../../platform/database/change.server.ts";
import type { DialogueId } from "../../../platform/ids.ts";
import { areaNamed, listAreas } from "../form/area-search.server.ts";
import { findLists } from "../form/form-page.server.ts";
import { readInvitees } from "./invitees.ts";

/** Reads a file of people to invite against the lists of the dialogue. */
export async function readInviteeFile(db: Reader, dialogueId: DialogueId, text: string) {
  const [lists, areas] = await Promise.all([findLists(db, dialogueId), listAreas(db)]);
  return readInvitees(text, {
    ...lists,
    areaOf: (typed) => {
      const found = areaNamed(areas, typed, "");
      return found.status === "found" ? found.area : null;
    },
  });
}
