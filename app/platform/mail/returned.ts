import type { MailId } from "../ids.ts";

/** A letter of ours that a mail server sent back for good. */
export interface Returned {
  readonly mailId: MailId;
  /** When that letter was due: sent again later, it is another letter. */
  readonly dueAt: Date;
  /** As RFC 3463 has it, such as 5.1.1. */
  readonly code: string;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/**
 * Reads what came back to the sender (RFC 3464). A delay, an answer out of office, and what is about no letter of ours, is null.
 * @param host of the installation, as it stands in the ids of its letters
 */
export function readReturned(message: string, host: string): Returned | null {
  const text = message
    .replace(/=\r?\n/g, "")
    .replace(/\r?\n[ \t]+/g, " ")
    .replaceAll("=40", "@");
  if (
    !/^content-type: *multipart\/report\b/im.test(text) ||
    !/^content-type: *message\/(?:global-)?delivery-status\b/im.test(text)
  )
    return null;
  if (!/^action: *failed\b/im.test(text)) return null;
  const [, code] = /^status: *(5\.\d{1,3}\.\d{1,3})\b/im.exec(text) ?? [];
  const own = new RegExp(`<(${uuid})\\.(\\d{10,15})@${host.replace(/[^\w-]/g, "\\$&")}>`, "i");
  const [, id, at] = own.exec(text) ?? [];
  if (!code || !id || !at) return null;
  return { mailId: id.toLowerCase() as MailId, dueAt: new Date(Number(at)), code };
}

/** Whether what stands with a mail that failed says that it came back, and not that it did not leave. */
export const cameBack = (error: string | null): boolean => error !== null && /^5\.\d{1,3}\.\d{1,3}$/.test(error);
