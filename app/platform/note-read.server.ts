import { change, type Db } from "./database/change.server.ts";

interface Reading {
  /** A dialogue's id, or INSTALLATION. */
  readonly scope: string;
  readonly person: string;
  /** `thing.read` */
  readonly what: `${string}.read`;
  readonly subject: { readonly kind: string; readonly id: string };
}

const againAfterMs = 15 * 60_000;
const most = 10_000;
const noted = new Map<string, number>();

/** A line that somebody of the team read personal data; turning back to the same page within a quarter of an hour is no new one. */
export async function noteRead(db: Db, { scope, person, what, subject }: Reading): Promise<void> {
  const key = [scope, person, what, subject.id].join(" ");
  const now = Date.now();
  if (now - (noted.get(key) ?? -Infinity) < againAfterMs) return;
  await change(db, { scope, actor: { person }, what, subject }, async () => {});
  noted.delete(key);
  noted.set(key, now);
  const [oldest] = noted.keys();
  if (noted.size > most && oldest) noted.delete(oldest);
}
