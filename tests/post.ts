import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** The calendar part, where there is one. */
  readonly calendar: string | null;
}
export interface Post {
  readonly url: string;
  readonly letters: readonly Letter[];
  /** The newest letter to an address that fits; waits until it comes. */
  letter(to: string, fits: (letter: Letter) => boolean): Promise<Letter>;
  /** From now on every mail is refused for the moment, or taken again. */
  refuse(on: boolean): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A real mail server of the test's own. */
export async function openPost(): Promise<Post> {
  const letters: Letter[] = [];
  const waiting = new Set<() => void>();
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      simpleParser(stream).then(
        (mail) => {
          if (refusing) return done(Object.assign(new Error("try later"), { responseCode: 451 }));
          for (const { address } of session.envelope.rcptTo) letters.push(read(mail, address));
          done();
          for (const look of waiting) look();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    letter(to, fits) {
      return new Promise((resolve) => {
        const look = () => {
          const found = letters.findLast((letter) => letter.to === to && fits(letter));
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
    refuse(on) {
      refusing = on;
    },
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function read(mail: ParsedMail, to: string): Letter {
  const calendar = mail.attachments.find((one) => one.contentType.startsWith("text/calendar") || one.filename?.endsWith(".ics"));
  return {
    to,
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html || "",
    messageId: mail.messageId ?? "",
    calendar: calendar ? calendar.content.toString("utf8") : null,
  };
}

/** The first link of a letter whose path starts so. */
export function linkIn(letter: Letter, path: string): string {
  const found = new RegExp(`https?://[^\\s<>"]+${path}/[\\w-]+`).exec(letter.text)?.[0];
  if (!found) throw new Error(`no ${path} in “${letter.subject}”`);
  return found;
}
