import { eq, sql } from "drizzle-orm";
import { placement } from "../contribution/tables.ts";
import { mayDialogue } from "../dialogue/dialogue.ts";
import { dialogue } from "../dialogue/tables.ts";
import { change, type Db, deedBy, type Tx } from "../platform/database/change.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { ContributionId, DialogueId, NamingId, PersonId, ThemeId, WordingId } from "../platform/ids.ts";
import { type History, historyNow, keep } from "./history/history.server.ts";
import { type RefusalCode, replay, type ThemeOperation, type Themes } from "./history/theme-history.ts";
import { undo } from "./history/theme-undo.ts";
import { insightTheme, theme, themeWording } from "./tables.ts";
import { applyAll, operationsOf, type ThemeDeed } from "./theme-deed.ts";
import { asArray, listThemeRows, namesOf, placeable } from "./theme-store.server.ts";

export type ThemeOutcome =
  | { readonly status: "done"; readonly placed: number; readonly elsewhere: readonly Elsewhere[] }
  | {
      readonly status: "written-meanwhile";
      readonly by: string | null;
      readonly name: string;
      readonly description: string;
      readonly seeds: string;
    }
  | {
      readonly status: "refused";
      readonly code: RefusalCode | "undone" | "changed-since" | "nothing-to-undo" | "unknown-need";
      readonly elsewhere: readonly Elsewhere[];
    };
/** A need that somebody else placed meanwhile. */
type Elsewhere = { readonly need: ContributionId; readonly theme: ThemeId | null; readonly by: string | null };

/** One deed of an analyst. What others did meanwhile stands: a need goes only from where it was seen. */
export async function doThemes(db: Db, dialogueId: DialogueId, by: PersonId, deed: ThemeDeed): Promise<ThemeOutcome> {
  const subject = "theme" in deed ? deed.theme : "to" in deed ? deed.to : "from" in deed ? deed.from : dialogueId;
  return change(
    db,
    deedBy(by, dialogueId, `theme.${deed.deed}`, "theme", subject),
    async (tx, { seq, unchanged }): Promise<ThemeOutcome> => {
      await requireHarvest(tx, dialogueId);
      const history = await historyNow(db, tx, dialogueId);
      const before = history.state;
      if (deed.deed === "undo") return putBack(tx, { dialogueId, by, step: seq }, history, deed.step);
      // The id came with the form: sent twice is made once.
      const made =
        deed.deed === "begin"
          ? deed.themes.some((one) => before.themes.has(one.theme))
          : (deed.deed === "add" || deed.deed === "split") && before.themes.has(deed.theme);
      if (made) return unchanged({ status: "done", placed: 0, elsewhere: [] });
      const own = "needs" in deed ? deed.needs : deed.deed === "place-sure" ? deed.sure.map(({ need }) => need) : [];
      const may = await placeable(tx, dialogueId, own);
      // What the machine was sure of may be hidden since; what a person points at must be there.
      if (deed.deed !== "place-sure" && own.some((need) => !may.has(need)))
        return unchanged({ status: "refused", code: "unknown-need", elsewhere: [] });
      if (deed.deed === "write") {
        const conflict = await writtenSince(tx, history, deed);
        if (conflict) return unchanged(conflict);
      }
      const wanted = operationsOf(deed).filter((one) => deed.deed !== "place-sure" || !("need" in one) || may.has(one.need));
      const { done: operations, elsewhere, refused, state } = applyAll(before, wanted);
      const others = await whereNow(tx, history, elsewhere);
      if (refused) return unchanged({ status: "refused", code: refused, elsewhere: others });
      if (operations.length === 0) return unchanged({ status: "refused", code: "stands-elsewhere", elsewhere: others });
      if (deed.deed === "add" || deed.deed === "split")
        await tx.insert(theme).values({ id: deed.theme, dialogueId, ...words(deed), position: before.themes.size });
      if (deed.deed === "begin")
        await tx
          .insert(theme)
          .values(
            deed.themes.map((one, at) => ({ id: one.theme, dialogueId, name: one.name, position: before.themes.size + at })),
          );
      const kept = deed.deed === "write" ? await rewrite(tx, deed.theme, words(deed)) : {};
      const sure = new Map(deed.deed === "place-sure" ? deed.sure.map(({ need, confidence }) => [need, confidence]) : []);
      await keep(
        tx,
        { dialogueId, by, step: seq, undoes: null },
        operations.map((one) => ({ ...one, ...kept })),
        sure,
      );
      await project(tx, state, operations, sure);
      return { status: "done", placed: operations.filter((one) => "need" in one).length, elsewhere: others };
    },
  );
}

/** The plenary gave it another name: part of the change that adopts it. */
export async function renameByPlenary(
  tx: Tx,
  at: { readonly dialogueId: DialogueId; readonly by: PersonId; readonly step: number },
  id: ThemeId,
  name: string,
  naming: NamingId,
): Promise<void> {
  await requireHarvest(tx, at.dialogueId);
  const kept = await rewrite(tx, id, { name });
  await keep(tx, { ...at, undoes: null }, [{ kind: "rename", theme: id, ...kept, naming }], noneSure);
}

/** Gives a theme other words, and keeps those that it had. */
async function rewrite(tx: Tx, id: ThemeId, to: Partial<ReturnType<typeof words>>): Promise<{ readonly before: WordingId }> {
  const { rows } = await tx.execute<{ before: WordingId }>(sql`
    insert into ${themeWording} (theme_id, name, description, seeds)
    select id, name, description, seeds from ${theme} where id = ${id} returning id as before`);
  const [kept] = rows;
  if (!kept) throw new Refused("gone", 404);
  await tx.update(theme).set(to).where(eq(theme.id, id));
  return kept;
}

async function requireHarvest(tx: Tx, dialogueId: DialogueId): Promise<void> {
  const [row] = await tx.select({ state: dialogue.state }).from(dialogue).where(eq(dialogue.id, dialogueId));
  if (!row || !mayDialogue(row.state, "groupThemes")) throw new Refused("not-now");
}

const words = (of: { name: string; description: string; seeds?: string | undefined }) => ({
  name: of.name,
  description: of.description,
  ...(of.seeds === undefined ? {} : { seeds: of.seeds }),
});

async function writtenSince(
  tx: Tx,
  { done }: History,
  deed: Extract<ThemeDeed, { deed: "write" }>,
): Promise<ThemeOutcome | null> {
  const last = done.findLast(({ operation }) => operation.kind === "rename" && operation.theme === deed.theme);
  if (!last || last.id <= deed.seen) return null;
  const [row] = await tx.select().from(theme).where(eq(theme.id, deed.theme));
  if (!row || (row.name === deed.name && row.description === deed.description && row.seeds === (deed.seeds ?? row.seeds)))
    return null;
  const by = last.byId ? ((await namesOf(tx, [last.byId])).get(last.byId) ?? null) : null;
  return { status: "written-meanwhile", by, name: row.name, description: row.description, seeds: row.seeds };
}

/** Where others put these needs, and who. */
async function whereNow(tx: Tx, { state, done }: History, needs: readonly ContributionId[]): Promise<Elsewhere[]> {
  const found = needs.map((need) => {
    const at = state.trails.get(need)?.at(-1)?.operation;
    return { need, theme: state.places.get(need) ?? null, byId: at === undefined ? null : (done[at]?.byId ?? null) };
  });
  const names = await namesOf(
    tx,
    found.map(({ byId }) => byId),
  );
  return found.map(({ need, theme, byId }) => ({ need, theme, by: byId ? (names.get(byId) ?? null) : null }));
}

async function putBack(
  tx: Tx,
  at: { dialogueId: DialogueId; by: PersonId; step: number },
  { done, state: before }: History,
  step: number,
): Promise<ThemeOutcome> {
  const back = undo(done, step, crypto.randomUUID() as ThemeId, before);
  if (back.status === "refused") return { ...back, elsewhere: [] };
  const rows = await listThemeRows(tx, at.dialogueId);
  for (const { from, as } of back.revived) {
    const old = rows.get(from);
    if (old) await tx.insert(theme).values({ id: as, dialogueId: at.dialogueId, ...words(old), position: old.position });
    // what tests it comes back along with it
    if (old) await tx.update(insightTheme).set({ themeId: as }).where(eq(insightTheme.themeId, from));
  }
  for (const one of back.operations)
    if (one.kind === "rename" && one.as !== undefined)
      await tx.execute(sql`
        update ${theme} set name = old.name, description = old.description, seeds = old.seeds
        from ${themeWording} as old where theme.id = ${one.theme} and old.id = ${one.as}`);
  await keep(tx, { ...at, undoes: step }, back.operations, noneSure);
  await project(tx, replay(back.operations, before), back.operations, noneSure);
  return { status: "done", placed: back.operations.length, elsewhere: [] };
}

/** How sure the machine was of what it placed. */
type Sure = ReadonlyMap<ContributionId, number>;
const noneSure: Sure = new Map();

/** Writes what the history comes to where queries find it: the place of each need that moved, and which themes are gone. */
async function project(tx: Tx, state: Themes, operations: readonly ThemeOperation[], sure: Sure): Promise<void> {
  const moved = new Set<ContributionId>();
  for (const operation of operations) {
    if ("need" in operation) moved.add(operation.need);
    if (operation.kind === "split") for (const need of operation.needs) moved.add(need);
    if (operation.kind === "merge") {
      await tx.update(theme).set({ mergedInto: operation.into }).where(eq(theme.id, operation.from));
      await tx.update(placement).set({ themeId: operation.into, at: sql`now()` }).where(eq(placement.themeId, operation.from));
    }
    if (operation.kind === "remove") await tx.update(theme).set({ removedAt: sql`now()` }).where(eq(theme.id, operation.theme));
  }
  if (moved.size === 0) return;
  await tx.execute(sql`delete from placement where contribution_id = any(${asArray([...moved])}::uuid[])`);
  const placed = [...moved].flatMap((need) => {
    const themeId = state.places.get(need);
    return themeId ? [{ need, themeId, sure: sure.get(need) ?? null }] : [];
  });
  if (placed.length > 0)
    await tx.execute(sql`
      insert into placement (contribution_id, theme_id, sure)
      select need, "themeId", sure from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) as placed(need uuid, "themeId" uuid, sure real)`);
}
