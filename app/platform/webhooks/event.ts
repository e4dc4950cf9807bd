/** What other programs can hear of: `thing.what`, and its name as CloudEvents write it. */
export const eventTypes = {
  "registration.admitted": "nl.klankbord.aanmelding-toegelaten",
  "session.ended": "nl.klankbord.bijeenkomst-beeindigd",
  "report.published": "nl.klankbord.verslag-gepubliceerd",
  "item.changed": "nl.klankbord.programmapunt-gewijzigd",
  /** Sent by hand, to see whether it arrives. */
  "hook.test": "nl.klankbord.proef",
} as const;
export type EventKind = keyof typeof eventTypes;
export const eventKinds = ["registration.admitted", "session.ended", "report.published", "item.changed"] as const;

export interface EventRow {
  readonly id: string;
  readonly position: number;
  readonly kind: EventKind;
  readonly subject: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly at: Date;
}

/** Who tells: as a URN, so that it stays the same when the address changes. */
export const sourceOf = (source: string | undefined, origin: string): string =>
  source ?? `urn:nld:${new URL(origin).hostname}:systeem:klankbord`;

/** Where what changed can be read by anybody; null where only the team can. */
function referenceOf({ kind, data }: EventRow, api: string): string | null {
  const dialogue = `${api}/dialogen/${data.dialoog}`;
  if (kind === "report.published") return `${dialogue}?versie=${data.versie}`;
  return kind === "item.changed" ? `${dialogue}/programmapunten/${data.nummer}` : null;
}

/** By the NL GOV profile for CloudEvents 1.0, in structured JSON. It names no person, and holds no text. */
export function cloudEvent(row: EventRow, { source, api }: { readonly source: string; readonly api: string }) {
  const dataref = referenceOf(row, api);
  return {
    specversion: "1.0",
    id: row.id,
    source,
    type: eventTypes[row.kind],
    subject: row.subject,
    time: row.at.toISOString(),
    datacontenttype: "application/json",
    ...(dataref ? { dataref } : {}),
    // rises with each event, so that who receives them can put them in order
    sequence: String(row.position).padStart(12, "0"),
    data: row.data,
  };
}
