import { createHash, randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { findLink, keepLink } from "../../dialogue/people/links.server.ts";
import { person } from "../../dialogue/tables.ts";
import { findPersonal } from "../../method/guard/guard.ts";
import type { Db, Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, MessageId, PersonId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import { cleanText, textLength } from "../../platform/text.ts";
import { networkMember, networkMessage } from "../tables.ts";
import { messageLimits } from "./message.ts";
import { writeMessage } from "./messages.server.ts";
import { answerIn, isAutomatic, plainFrom, replyAddress, secretsIn } from "./reply-mail.ts";

/** Why an answer by mail was not brought; its writer hears that by mail, once for each message they answer. */
export const replyTroubles = ["sender", "empty", "long", "not-reachable", "too-many", "wait", "gone"] as const;
type ReplyTrouble = (typeof replyTroubles)[number];
type Outcome = "brought" | "told" | "not-ours" | "automatic";

/** Half a year: who answers later does so on the page. */
const minutes = 180 * 24 * 60;
const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
/** 160 bits in signs that survive every mail server, as short as the part before an @ asks. */
const makeSecret = () => [...randomBytes(32)].map((byte) => alphabet[byte % 32]).join("");

/** The address at which this person, and nobody else, answers this message. */
export async function mintReply(
  tx: Tx,
  address: string,
  to: { readonly personId: PersonId; readonly dialogueId: DialogueId; readonly message: MessageId },
): Promise<string> {
  const secret = makeSecret();
  await keepLink(tx, "reply", secret, { personId: to.personId, dialogueId: to.dialogueId, subjectId: to.message, minutes });
  return replyAddress(address, secret);
}

/**
 * An answer that came by mail goes to who wrote the message, as the form on the page would bring it [NW8]. What looks like personal data
 * is left out, since nobody can be asked; sent twice it is brought once.
 * @param raw the mail as it came, RFC 5322
 */
export async function receiveReply(
  db: Db,
  raw: Buffer,
  own: { readonly address: string; readonly origin: string },
): Promise<Outcome> {
  const { simpleParser } = await import("mailparser");
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextLinks: true, skipTextToHtml: true });
  const header = (name: string) =>
    mail.headerLines.filter(({ key }) => key === name).map(({ line }) => line.slice(name.length + 1));
  const received = ["to", "cc", "delivered-to", "x-original-to", "envelope-to"].flatMap(header);
  const [secret] = secretsIn(
    received.flatMap((line) => line.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? []),
    own.address,
  );
  const link = secret ? await findLink(db, "reply", secret) : null;
  if (!secret || !link?.personId || !link.dialogueId || !link.subjectId) return "not-ours";
  const headers = new Map(mail.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()]));
  if (isAutomatic(headers)) return "automatic";
  const at = { dialogueId: link.dialogueId, personId: link.personId };
  const to = await findWriter(db, link.subjectId as MessageId, at.personId);
  const trouble = (why: ReplyTrouble) => tell(db, at, link.subjectId as MessageId, why);
  if (!to) return trouble("gone");
  const from = mail.from?.value.map(({ address }) => address?.toLowerCase()) ?? [];
  if (to.ownMail === null || !from.includes(to.ownMail.toLowerCase())) return trouble("sender");
  const text = cleanText(withoutPersonal(answerIn(mail.text?.trim() ? mail.text : plainFrom(mail.html || ""), own.origin)));
  if (text === "") return trouble("empty");
  if (textLength(text) > messageLimits.text) return trouble("long");
  const id = idOf(`${secret} ${mail.messageId ?? createHash("sha256").update(raw).digest("hex")}`);
  try {
    await writeMessage(db, at, to.member, { id, text, sharesMail: false });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return trouble(replyTroubles.find((known) => known === error.code.replace("-people", "")) ?? "gone");
  }
  return "brought";
}

async function findWriter(db: Db, message: MessageId, receiver: PersonId) {
  const [found] = await db
    .select({ member: networkMember.id, ownMail: person.mail })
    .from(networkMessage)
    .innerJoin(
      networkMember,
      and(eq(networkMember.personId, networkMessage.fromId), eq(networkMember.dialogueId, networkMessage.dialogueId)),
    )
    .innerJoin(person, eq(person.id, networkMessage.toId))
    .where(matches(networkMessage, { id: message, toId: receiver }));
  return found ?? null;
}

async function tell(
  db: Db,
  { personId, dialogueId }: { readonly personId: PersonId; readonly dialogueId: DialogueId },
  message: MessageId,
  why: ReplyTrouble,
): Promise<"told"> {
  const event = `${message}:${why}`;
  await db.transaction((tx) => post(tx, { personId, dialogueId, kind: "network.reply", event, details: { why } }));
  return "told";
}

/** A signature tells addresses and numbers that its writer may not have meant to give. */
const withoutPersonal = (text: string): string =>
  findPersonal(text).reduceRight((rest, { from, to }) => `${rest.slice(0, from)}[…]${rest.slice(to)}`, text);

/** The same mail, the same id. */
function idOf(text: string): MessageId {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as MessageId;
}
