import { z } from "zod";
import { Refused } from "../../platform/http/refused.ts";
import type { Fields } from "./fields.ts";

/** A no about one field of a form. */
export class RefusedField extends Refused {
  readonly field: string;
  constructor(code: string, field: string) {
    super(code, 422);
    this.field = field;
  }
}

/** An id from an address or form. @throws Refused not-yours */
export function readId<T extends string>(value: unknown): T {
  const read = z.uuid().safeParse(value);
  if (!read.success) throw new Refused("not-yours", 404);
  return read.data as T;
}

/** The first thing that is wrong with a form. @throws RefusedField with its code */
export function parse<T extends z.ZodType>(shape: T, form: Fields): z.output<T> {
  const read = shape.safeParse(fieldsOf(form));
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new RefusedField(first?.message ?? "unknown", String(first?.path[0] ?? ""));
}

/** Fields of which several can be chosen: each a value of its own, or together in one with spaces between. */
const many: readonly string[] = ["touches"];

function fieldsOf(form: Fields): Record<string, unknown> {
  const fields: Record<string, unknown> = typedIn(form);
  for (const name of many)
    if (form.has(name))
      fields[name] = String(fields[name] ?? "")
        .split(" ")
        .filter(Boolean);
  return fields;
}

/** A form as it was typed, one text for each name; of several that were chosen, all. */
export function typedIn(form: Fields): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === "string") typed[name] = many.includes(name) && typed[name] ? `${typed[name]} ${value}` : value;
  return typed;
}
