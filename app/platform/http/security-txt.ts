/** RFC 9116: whom to tell of a weakness. `Expires` moves along by the day and stays under a year away. */
export function securityTxt(site: { readonly origin: string; readonly contact: string }, now: Date): string {
  const expires = new Date(now);
  expires.setUTCHours(0, 0, 0, 0);
  expires.setUTCDate(expires.getUTCDate() + 300);
  return [
    `Contact: ${site.contact}`,
    `Expires: ${expires.toISOString().replace(".000", "")}`,
    "Preferred-Languages: nl, en",
    `Canonical: ${site.origin}/.well-known/security.txt`,
    "",
  ].join("\n");
}

/** A mail address, or an address of a page; absent: the mailbox that RFC 2142 reserves for this. */
export function contactOf(set: string | undefined, origin: string): string {
  if (set === undefined) return `mailto:security@${new URL(origin).hostname}`;
  return set.includes("://") || set.startsWith("mailto:") ? set : `mailto:${set}`;
}
