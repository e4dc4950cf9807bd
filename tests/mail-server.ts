import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { freePort } from "./klankbord.ts";

/** A real SMTP server that keeps what it gets; it can be down, hold its answer, or refuse an address. */
export async function startMailServer(options: { readonly port?: number; readonly refuses?: string } = {}) {
  const port = options.port ?? (await freePort());
  const got: ParsedMail[] = [];
  const state = { holds: false };
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 200,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo(address, _session, done) {
      if (address.address === options.refuses) {
        done(Object.assign(new Error("no such mailbox"), { responseCode: 550 }));
        return;
      }
      done();
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((parsed) => {
        got.push(parsed);
        if (!state.holds) done();
      }, done);
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    got,
    state,
    close,
    [Symbol.asyncDispose]: close,
  };
}
