import { xml } from "../../platform/files/xml.ts";

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly home: string;
}
export interface Entry {
  readonly address: string;
  readonly title: string;
  readonly at: Date;
  readonly summary: string;
}

/** An Atom feed (RFC 4287). @param entries the newest first */
export function atomOf(feed: Feed, entries: readonly Entry[]): string {
  const updated = (entries[0]?.at ?? new Date(0)).toISOString();
  const each = entries.map(
    ({ address, title, at, summary }) =>
      `<entry><id>${xml(address)}</id><title>${xml(title)}</title><link href="${xml(address)}"/><updated>${at.toISOString()}</updated><summary>${xml(summary)}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${xml(feed.id)}</id><title>${xml(feed.title)}</title><updated>${updated}</updated><author><name>${xml(feed.author)}</name></author><link rel="self" href="${xml(feed.id)}"/><link href="${xml(feed.home)}"/>
${each.join("\n")}
</feed>
`;
}
