import { z } from "zod";
import { Refused } from "../platform/refused.ts";

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
export function parse<T extends z.ZodType>(shape: T, form: FormData): z.output<T> {
  const read = shape.safeParse(Object.fromEntries(form));
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new RefusedField(first?.message ?? "unknown", String(first?.path[0] ?? ""));
}
