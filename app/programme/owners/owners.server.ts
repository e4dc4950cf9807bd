import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { findLink } from "../../dialogue/people/links.server.ts";
import { personOf } from "../../dialogue/people/people.server.ts";
import { person } from "../../dialogue/tables.ts";
import { change, type Db, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, ItemId, PersonId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import { deedOf, requireItem, requirePlanning } from "../items/line.server.ts";
import { itemOwner, programmeItem } from "../tables.ts";

/** Who looks after these items, the owner first. The name is for who may read it: see `shownAs`. */
export async function listOwners(db: Reader, itemIds: readonly ItemId[]) {
  if (itemIds.length === 0) return [];
  return db
    .select({
      id: itemOwner.id,
      itemId: itemOwner.itemId,
      personId: itemOwner.personId,
      role: itemOwner.role,
      lead: itemOwner.lead,
      named: itemOwner.named,
      name: person.name,
      mail: person.mail,
    })
    .from(itemOwner)
    .leftJoin(person, eq(person.id, itemOwner.personId))
    .where(and(inArray(itemOwner.itemId, [...itemIds]), isNull(itemOwner.endedAt)))
    .orderBy(desc(itemOwner.lead), asc(itemOwner.addedAt), asc(itemOwner.id));
}

export interface NewOwner {
  readonly role: string;
  readonly name: string;
  readonly mail: string;
  readonly lead: boolean;
}

/** Adds who looks after an item; with a mail address they are asked whether their name may stand there. The same one twice is one. */
export async function addOwner(db: Db, dialogueId: DialogueId, who: PersonId, itemId: ItemId, made: NewOwner): Promise<void> {
  await change(db, deedOf(dialogueId, who, "item.owner", itemId), async (tx, { unchanged, now }) => {
    await requirePlanning(tx, dialogueId);
    await requireItem(tx, dialogueId, itemId);
    const personId = made.mail === "" ? null : await personOf(tx, made.mail, made.name, "nl");
    const here = await tx
      .select()
      .from(itemOwner)
      .where(and(eq(itemOwner.itemId, itemId), isNull(itemOwner.endedAt)));
    const same = here.find((one) => (personId ? one.personId === personId : one.personId === null && one.role === made.role));
    if (same && same.lead === made.lead && same.role === made.role) return unchanged(undefined);
    if (made.lead)
      await tx
        .update(itemOwner)
        .set({ lead: false })
        .where(and(eq(itemOwner.itemId, itemId), isNull(itemOwner.endedAt)));
    if (same) {
      await tx.update(itemOwner).set({ lead: made.lead, role: made.role }).where(eq(itemOwner.id, same.id));
      return;
    }
    const row = { itemId, personId, role: made.role, lead: made.lead, addedAt: now };
    const [owner] = await tx.insert(itemOwner).values(row).returning({ id: itemOwner.id });
    if (personId && owner)
      await post(tx, { personId, dialogueId, kind: "programme.owner", event: owner.id, details: { owner: owner.id } });
  });
}

/** No longer looks after it. */
export async function endOwner(db: Db, dialogueId: DialogueId, who: PersonId, itemId: ItemId, ownerId: string): Promise<void> {
  await change(db, deedOf(dialogueId, who, "item.owner", itemId), async (tx, { unchanged, now }) => {
    await requirePlanning(tx, dialogueId);
    await requireItem(tx, dialogueId, itemId);
    const ended = await tx
      .update(itemOwner)
      .set({ endedAt: now, lead: false })
      .where(and(matches(itemOwner, { id: ownerId, itemId }), isNull(itemOwner.endedAt)))
      .returning({ id: itemOwner.id });
    if (ended.length === 0) return unchanged(undefined);
  });
}

/** The item that a personal link of who looks after it leads to; null when that is over. */
export async function findOwned(db: Reader, token: string) {
  const link = await findLink(db, "item-owner", token);
  if (!link?.subjectId || !link.dialogueId) return null;
  const [row] = await db
    .select({ owner: itemOwner, item: programmeItem, name: person.name })
    .from(itemOwner)
    .innerJoin(programmeItem, eq(programmeItem.id, itemOwner.itemId))
    .innerJoin(person, eq(person.id, itemOwner.personId))
    .where(
      and(
        eq(itemOwner.id, link.subjectId),
        isNull(itemOwner.endedAt),
        isNull(programmeItem.removedAt),
        isNull(programmeItem.mergedInto),
      ),
    );
  return row && row.owner.personId === link.personId
    ? { ...row, personId: link.personId as PersonId, dialogueId: link.dialogueId }
    : null;
}

/** Whether their name may stand with the item, by their own word; may be taken back any time. */
export async function answerNamed(db: Db, token: string, name: string, named: boolean): Promise<void> {
  const found = await findOwned(db, token);
  if (!found) throw new Refused("gone", 410);
  const { dialogueId, personId, owner } = found;
  await change(db, deedOf(dialogueId, personId, "item.consent", owner.itemId), async (tx, { unchanged, now }) => {
    if (owner.named === named && found.name === name) return unchanged(undefined);
    if (named && name !== "") await tx.update(person).set({ name }).where(eq(person.id, personId));
    await tx.update(itemOwner).set({ named, answeredAt: now }).where(eq(itemOwner.id, owner.id));
  });
}
