import { eq, sql } from "drizzle-orm";
import { createTransport, type Transporter } from "nodemailer";
import { person } from "../../dialogue/tables.ts";
import type { Locale } from "../../language/locale.ts";
import type { Tx } from "../database/change.server.ts";
import { matches } from "../database/matches.server.ts";
import { mailNeedsTls } from "../http/tls-settings.ts";
import type { MailId } from "../ids.ts";
import type { Services } from "../services.server.ts";
import { type Letter, letterHtml, letterText, subjectLine } from "./letter.ts";
import { mail, mailbox } from "./tables.ts";

export interface LetterContext {
  readonly tx: Tx;
  readonly mail: typeof mail.$inferSelect;
  readonly person: typeof person.$inferSelect & { readonly mail: string };
  readonly locale: Locale;
  readonly origin: string;
  readonly siteName: string;
  readonly mailFrom: string;
  /** Where answers by mail come in; absent: nowhere. */
  readonly replyMail?: string | undefined;
}
/** Makes the letter at the moment of sending, with fresh links. null: no longer needed. */
export type LetterBuilder = (context: LetterContext) => Promise<Letter | null>;

export function makePostman(
  services: Pick<Services, "db" | "environment" | "log">,
  builders: Readonly<Record<string, LetterBuilder>>,
) {
  const { db, environment, log } = services;
  const transport: Transporter | null = environment.smtpUrl
    ? createTransport({
        url: environment.smtpUrl,
        requireTLS: mailNeedsTls(environment.smtpUrl, environment.withoutTls),
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 20_000,
      } as object)
    : null;

  async function deliver(tx: Tx, row: typeof mail.$inferSelect): Promise<"sent" | "cancelled"> {
    const [found] = await tx.select().from(person).where(eq(person.id, row.personId));
    const build = builders[row.kind];
    if (!found?.mail || found.erasedAt || !build) return "cancelled";
    const to = { ...found, mail: found.mail };
    const { origin, siteName, mailFrom, inbound } = environment;
    const replyMail = inbound?.address;
    // Committed before the letter leaves: after a crash in between, the links in a letter that did arrive still work.
    const letter = await db.transaction((own) =>
      build({ tx: own, mail: row, person: to, locale: to.locale, origin, siteName, mailFrom, replyMail }),
    );
    if (!letter) return "cancelled";
    const dressed = { subject: subjectLine(letter.subject), text: letterText(letter), html: letterHtml(letter, to.locale) };
    if (transport) {
      await transport.sendMail({
        from: environment.mailFrom,
        to: { name: subjectLine(to.name), address: to.mail },
        ...(letter.replyTo ? { replyTo: letter.replyTo } : {}),
        ...dressed,
        // Stable: should a crash make it leave twice, mail programs see one message.
        messageId: `<${row.id}.${row.dueAt.getTime()}@${new URL(environment.origin).hostname}>`,
        headers: {
          ...{ "Auto-Submitted": "auto-generated", "Content-Language": to.locale },
          ...(letter.unsubscribe
            ? { "List-Unsubscribe": `<${letter.unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
            : {}),
        },
        ...(letter.calendar
          ? { icalEvent: { method: letter.calendar.method, filename: "bijeenkomst.ics", content: letter.calendar.text } }
          : {}),
      });
    } else {
      await tx.insert(mailbox).values({ mailId: row.id, address: to.mail, ...dressed, calendar: letter.calendar?.text ?? null });
    }
    return "sent";
  }

  return {
    /** The job: sends one waiting mail, or throws so that the job is tried again later. */
    async send(id: MailId): Promise<void> {
      try {
        await db.transaction(async (tx) => {
          const [row] = await tx.select().from(mail).where(eq(mail.id, id)).for("update", { skipLocked: true });
          if (row?.state !== "waiting") return;
          const state = await deliver(tx, row);
          await tx
            .update(mail)
            .set({ state, error: null, sentAt: state === "sent" ? sql`clock_timestamp()` : null })
            .where(eq(mail.id, id));
        });
      } catch (error) {
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        const shown = String(responseCode ?? code ?? "FAULT");
        // The mail server knows that there is no such address: trying again changes nothing.
        const forGood = code === "EENVELOPE" && responseCode !== undefined && responseCode >= 550 && responseCode < 560;
        await db
          .update(mail)
          .set({ attempts: sql`${mail.attempts} + 1`, error: shown, ...(forGood ? { state: "failed" } : {}) })
          .where(matches(mail, { id, state: "waiting" }))
          .catch(() => {});
        log("mail: niet verstuurd", { mail: id, code: shown });
        if (!forGood) throw new Error(`mail ${id} not sent`);
      }
    },
    /** After the last try. */
    async giveUp(id: MailId): Promise<void> {
      await db
        .update(mail)
        .set({ state: "failed" })
        .where(matches(mail, { id, state: "waiting" }));
    },
  };
}
