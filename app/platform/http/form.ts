import type { z } from "zod";

/** A form as read: its value, or what is wrong per field (the first code) with all that was typed. */
export type FormRead<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>>; readonly typed: Readonly<Record<string, string>> };

/** Several boxes of one name arrive joined by commas in `typed`, and as a list to a schema that asks one. */
export function readForm<T extends z.ZodType>(schema: T, form: FormData, lists: readonly string[] = []): FormRead<z.output<T>> {
  const raw: Record<string, unknown> = {};
  const typed: Record<string, string> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === "string");
    raw[name] = lists.includes(name) ? values : values[0];
    typed[name] = values.join(",");
  }
  for (const name of lists) raw[name] ??= [];
  const read = schema.safeParse(raw);
  if (read.success) return { ok: true, value: read.data };
  const errors: Record<string, string> = {};
  for (const issue of read.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return { ok: false, errors, typed };
}
