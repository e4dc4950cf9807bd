/** Addresses beside the dialogues, which no dialogue may take. */
const taken: readonly string[] = ["nieuw", "aanmelden", "afmelden", "afgemeld", "uitnodiging", "account"];

/** A title as part of an address: "Thema's in de wijk" becomes "themas-in-de-wijk". */
export function slugOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/['’\p{M}]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return plain || "dialoog";
}

/** The first of `slug`, `slug-2`, `slug-3` ... that is free. */
export function freeSlug(slug: string, used: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? slug : `${slug}-${n}`;
    if (!used.has(tried) && !taken.includes(tried)) return tried;
  }
}
