import { z } from "zod";
import { Refused } from "../platform/refused.ts";

/** An id from an address or form. @throws Refused not-yours */
export function readId<T extends string>(value: unknown): T {
  const read = z.uuid().safeParse(value);
  if (!read.success) throw new Refused("not-yours", 404);
  return read.data as T;
}

/** The first thing that is wrong with a form. @throws Refused with its code */
export function parse<T extends z.ZodType>(shape: T, form: FormData): z.output<T> {
  const read = shape.safeParse(Object.fromEntries(form));
  if (!read.success) throw new Refused(read.error.issues[0]?.message ?? "unknown", 422);
  return read.data;
}
