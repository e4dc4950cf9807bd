import { cleanLine, cleanText, textLength } from "../platform/text.ts";
import { descriptionLimit, nameLimit, type ThemeDeed, themeDeed } from "./theme-deed.ts";

export type DeedRead =
  | { readonly ok: true; readonly deed: ThemeDeed }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Reads a form of the desk. `one` is a need and a theme on one button. */
export function readDeed(form: FormData): DeedRead {
  const text = (key: string) => String(form.get(key) ?? "");
  const [need, to] = text("one").split(":");
  const raw = {
    ...Object.fromEntries([...form.keys()].map((key) => [key, text(key)])),
    ...(need && to ? { deed: "put", needs: [need], to, from: "" } : { needs: form.getAll("needs").map(String) }),
    name: cleanLine(text("name")),
    description: cleanText(text("description")),
  };
  const read = themeDeed.safeParse(raw);
  const errors: Record<string, string> = {};
  for (const issue of read.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  if (textLength(raw.name) > nameLimit) errors.name ??= "name-long";
  if (textLength(raw.description) > descriptionLimit) errors.description ??= "description-long";
  return read.success && Object.keys(errors).length === 0 ? { ok: true, deed: read.data } : { ok: false, errors };
}
