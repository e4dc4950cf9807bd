import fc from "fast-check";
import { expect, test } from "vitest";
import { answerIn, isAutomatic, plainFrom, replyAddress, secretsIn } from "./reply-mail.ts";

const origin = "https://dialoog.example";
const secret = "abcdefghijklmnopqrstuvwxyz234567";
const letter = `— Schrijf uw antwoord boven deze regel —\n\nBeste Noor,\n\nLees en antwoord:\n${origin}/mee/geheim?naar=berichten\n`;
const quoted = letter.replaceAll(/^/gm, "> ");

test.each([
  ["Apple Mail", `Graag, dinsdag.\n\nOp 30 nov. 2026 om 09:12 heeft Klankbord <k@d.example> geschreven:\n\n${quoted}`],
  ["Gmail", `Graag, dinsdag.\n\nOp ma 30 nov 2026 om 09:12 schreef Klankbord <\nklankbord@dialoog.example>:\n\n${quoted}`],
  ["Outlook", `Graag, dinsdag.\n\n________________________________\nVan: Klankbord\nVerzonden: maandag\nAan: Noor\n\n${letter}`],
  ["Outlook without a line", `Graag, dinsdag.\n\nFrom: Klankbord <k@d.example>\nSent: Monday\nTo: Noor\n\n${letter}`],
  ["Thunderbird", `Graag, dinsdag.\n\nOn 30/11/2026 09:12, Klankbord wrote:\n${quoted}`],
  ["nothing quoted", "Graag, dinsdag.\n"],
  ["a signature", "Graag, dinsdag.\n-- \nNoor de Wit\nnoor@werk.example"],
  ["quotes alone", `Graag, dinsdag.\r\n\r\n${quoted.replaceAll("\n", "\r\n")}`],
  ["its own link", `Graag, dinsdag.\n${origin}/mee/geheim?naar=berichten`],
])("the answer is what was written above what is quoted: %s", (_name, text) => {
  expect(answerIn(text, origin)).toBe("Graag, dinsdag.");
});

test("lines between an answer that look like a header or a quote stay", () => {
  const text = "Drie dingen:\nAan: wie is het?\n> zo zei u\nDat klopt. Op maandag schreef ik al.";
  expect(answerIn(text, origin)).toBe(text);
});

test("an answer in HTML alone is read line by line", () => {
  const html = `<head><style>p{color:red}</style></head><div>Graag,&nbsp;dinsdag.</div><div>R&amp;D &lt;3</div><p>Op 1 mei schreef Klankbord:</p><blockquote>${letter}</blockquote>`;
  expect(answerIn(plainFrom(html), origin)).toBe("Graag, dinsdag.\nR&D <3");
  for (const part of ["<", "<style>", "<blockquote", "&#9999999;", " "]) plainFrom(part.repeat(40_000));
});

test("whatever comes, no link of ours is in an answer", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(answerIn(`${before}${origin}/mee/geheim${after}`, origin)).not.toContain("/mee/geheim");
    }),
  );
});

test("the secret is found in our own addresses, in whatever capitals", () => {
  const mine = replyAddress("antwoord@dialoog.example", secret);
  expect(mine.length - "@dialoog.example".length).toBeLessThanOrEqual(64);
  expect(secretsIn(["iemand@elders.example", mine.toUpperCase()], "antwoord@dialoog.example")).toEqual([secret]);
  expect(secretsIn([mine.replace("dialoog", "elders"), "antwoord+kort@dialoog.example"], "antwoord@dialoog.example")).toEqual([]);
});

test("what a machine wrote is no answer", () => {
  for (const [name, value] of [
    ["auto-submitted", "auto-replied"],
    ["precedence", "bulk"],
    ["return-path", "<>"],
    ["list-id", "<lijst.example>"],
  ] as const)
    expect(isAutomatic(new Map([[name, value]]))).toBe(true);
  expect(isAutomatic(new Map([["auto-submitted", "no"]]))).toBe(false);
});
