import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { threadMs } from "../../../tests/thread-time.ts";
import { cameBack, readReturned } from "./returned.ts";

const id = "0b7f3c8e-6a51-4c2e-9d4b-2f1e8a7c6d5b";
const at = 1_793_000_000_000;
const ours = `<${id}.${at}@dialoog.example>`;
const read = (message: string) => readReturned(message, "dialoog.example");

const report = (status: readonly string[], letter: readonly string[], head: readonly string[] = []) =>
  [
    "From: MAILER-DAEMON@mail.example (Mail Delivery System)",
    "To: team@dialoog.example",
    ...head,
    "MIME-Version: 1.0",
    "Content-Type: multipart/report; report-type=delivery-status;",
    '\tboundary="grens"',
    "",
    "--grens",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "Your message could not be delivered.",
    "",
    "--grens",
    "Content-Description: Delivery report",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mail.example",
    "",
    ...status,
    "",
    "--grens",
    ...letter,
    "",
    "--grens--",
  ].join("\r\n");
const failed = ["Final-Recipient: rfc822; noor@zorg.example", "Action: failed", "Status: 5.1.1"];
const returned = { mailId: id, dueAt: new Date(at), code: "5.1.1" };

describe("a letter that came back", () => {
  test("with the whole letter, with its headers only, folded, or as a report of a letter with other letters in its name", () => {
    expect(read(report(failed, ["Content-Type: message/rfc822", "", `Message-ID: ${ours}`, "Subject: U doet mee"]))).toEqual(
      returned,
    );
    expect(read(report(failed, ["Content-Type: text/rfc822-headers", "", "Message-ID:", `\t${ours}`]))).toEqual(returned);
    const international = report(failed, ["Content-Type: message/global", "", `Message-Id: ${ours}`]);
    expect(read(international.replace("message/delivery-status", "message/global-delivery-status"))).toEqual(returned);
  });
  test("as Exchange tells it: the id in a header, the status with words behind it, the letter in quoted-printable", () => {
    const status = ["Final-Recipient: rfc822;noor@zorg.example", "Action: failed", "Status: 5.1.10 (RecipientNotFound)"];
    const wrapped = `Message-ID: ${ours.slice(0, 30)}=\r\n${ours.slice(30).replace("@", "=40")}`;
    expect(read(report(status, ["Content-Type: message/rfc822", "", wrapped]))).toMatchObject({ code: "5.1.10" });
    expect(read(report(status, [], [`In-Reply-To: ${ours}`]))).toMatchObject({ mailId: id, code: "5.1.10" });
  });
});

describe("what is no letter that came back", () => {
  const letter = ["Content-Type: message/rfc822", "", `Message-ID: ${ours}`];
  test.each([
    ["a delay", report(["Action: delayed", "Status: 4.4.1"], letter)],
    ["a receipt", report(["Action: delivered", "Status: 2.0.0"], letter)],
    ["a failure that may pass", report(["Action: failed", "Status: 4.2.2"], letter)],
    ["a letter of another installation", report(failed, [letter.join("\r\n").replace("dialoog.example", "elders.example")])],
    ["a host that only looks the same", report(failed, [letter.join("\r\n").replace("dialoog.example", "dialoogxexample")])],
    ["a letter of somebody else", report(failed, ["Content-Type: message/rfc822", "", "Message-ID: <abc@dialoog.example>"])],
    [
      "an answer out of office",
      `Subject: Afwezig\r\nIn-Reply-To: ${ours}\r\n\r\nIk ben er niet. Action: failed\r\nStatus: 5.1.1`,
    ],
    ["nothing", ""],
  ])("%s", (_, message) => expect(read(message)).toBeNull());
  test("whatever is sent", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "Content-Type: multipart/report",
        "Content-Type: message/delivery-status",
        "Action: failed",
        "Status: 5.",
        "=\n",
        ours,
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (lines) => {
        const found = read(lines.join("\n"));
        if (found) expect([found.mailId, cameBack(found.code)]).toEqual([id, true]);
      }),
    );
  });
  test("a long one is read at once", () => {
    for (const filler of ["=\n", "\n ", "content-type: ", "<0b7f3c8e-"])
      expect(
        threadMs(() => read(filler.repeat(256_000 / filler.length))),
        filler,
      ).toBeLessThan(1_000);
  });
});

test("what did not leave did not come back", () => {
  expect(["5.1.1", "5.7.133"].map(cameBack)).toEqual([true, true]);
  expect([null, "550", "ESOCKET", "EENVELOPE", "4.2.2"].map(cameBack)).toEqual([false, false, false, false, false]);
});
