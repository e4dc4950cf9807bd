import { cleanLine, cleanText, textLength } from "../../platform/text.ts";
import { type AskedDeed, descriptionLimit, nameLimit, seedsLimit, themeDeed } from "../theme-deed.ts";

export type DeedRead =
  | { readonly ok: true; readonly deed: AskedDeed }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Reads a form of the desk. `one` is a need and a theme on one button, `at` where that need was seen; `alike` are needs that go along. */
export function readDeed(form: FormData): DeedRead {
  const text = (key: string) => String(form.get(key) ?? "");
  const [need, to] = text("one").split(":");
  const raw = {
    ...Object.fromEntries([...form.keys()].map((key) => [key, text(key)])),
    // a form that was warned says its deed as well; the button that was pressed comes after
    deed: String(form.getAll("deed").at(-1) ?? ""),
    ...(need && to
      ? { deed: "put", needs: [need, ...form.getAll("alike").map(String)], to, from: text("at") }
      : { needs: form.getAll("needs").map(String) }),
    name: cleanLine(text("name")),
    description: cleanText(text("description")),
    ...(form.has("seeds") ? { seeds: cleanLine(text("seeds")) } : {}),
    themes: form.getAll("begin").map((pair) => {
      const [theme, ...name] = String(pair).split(":");
      return { theme, name: cleanLine(name.join(":")) };
    }),
  };
  const read = themeDeed.safeParse(raw);
  const errors: Record<string, string> = {};
  for (const issue of read.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  if (textLength(raw.name) > nameLimit) errors.name ??= "name-long";
  if (textLength(raw.description) > descriptionLimit) errors.description ??= "description-long";
  if (textLength(text("seeds")) > seedsLimit) errors.seeds ??= "seeds-long";
  return read.success && Object.keys(errors).length === 0 ? { ok: true, deed: read.data } : { ok: false, errors };
}
