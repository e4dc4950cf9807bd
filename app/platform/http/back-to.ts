/** A path of our own to go back to; anything else becomes the fallback, so that no link leads away through us. */
export function backTo(value: FormDataEntryValue | string | null | undefined, fallback = "/"): string {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(value)) return fallback;
  return value;
}
