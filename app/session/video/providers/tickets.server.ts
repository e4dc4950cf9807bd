import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** What a ticket opens, for whom, and until when. */
export interface Ticket {
  readonly session: string;
  readonly person: string;
  readonly as: "participant" | "team";
  readonly room: string;
  /** ms since this process began: another one reads none of its tickets */
  readonly until: number;
}

/** Tickets of this process: each says itself what it opens, and cannot be made by anybody else. */
export function openTickets() {
  const key = randomBytes(32);
  const sealOf = (claim: string) => createHmac("sha256", key).update(claim).digest();
  return {
    issue(ticket: Ticket): string {
      const claim = Buffer.from(JSON.stringify(ticket)).toString("base64url");
      return `${claim}.${sealOf(claim).toString("base64url")}`;
    },
    /** @returns null for what is no ticket of ours, or has passed */
    read(text: string, now: number): Ticket | null {
      const [claim = "", seal = ""] = text.split(".", 2);
      const given = Buffer.from(seal, "base64url");
      const right = sealOf(claim);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const ticket = JSON.parse(Buffer.from(claim, "base64url").toString()) as Ticket;
      return ticket.until > now ? ticket : null;
    },
  };
}
