import { expect, test } from "vitest";
import { letterHtml, letterText } from "./letter.ts";

test("an address at the end of a sentence is a link that breaks, and holds no markup of its own", () => {
  const letter = {
    ...{ subject: "Nieuws", greeting: "Beste Noor,", closing: "Het team" },
    parts: [{ kind: "link" as const, text: "Stoppen:", url: 'https://hier.example/post/"<b>' }],
  };
  expect(letterText(letter)).toContain('Stoppen:\nhttps://hier.example/post/"<b>');
  const html = letterHtml(letter, "nl");
  expect(html).toContain('<a href="https://hier.example/post/&quot;&lt;b&gt;" style="overflow-wrap:anywhere');
  expect(html).not.toContain("<b>");
});

test("words of somebody else stand apart from ours, in text and in HTML, and give no link", () => {
  const letter = {
    ...{ subject: "Een bericht", greeting: "Beste Noor,", closing: "Het team" },
    parts: [{ kind: "quote" as const, text: "Bel mij.\nhttps://elders.example/x" }],
  };
  expect(letterText(letter)).toContain("\n\n> Bel mij.\n> https://elders.example/x\n\n");
  const html = letterHtml(letter, "nl");
  expect(html).toContain("<blockquote");
  expect(html).not.toContain("<a ");
});

test("an address in a list is a link; the first button weighs most; e-mail does not break", () => {
  const letter = {
    ...{ subject: "Overzicht", greeting: "Beste Noor,", closing: "Het team" },
    parts: [
      { kind: "text" as const, text: "U krijgt deze e-mail één keer." },
      { kind: "list" as const, items: ["Wie helpt?\nhttps://hier.example/netwerk/x/vragen/1"] },
      { kind: "button" as const, label: "Bekijk alles", url: "https://hier.example/a" },
      { kind: "button" as const, label: "Lees eerst verder", url: "https://hier.example/b" },
    ],
  };
  const html = letterHtml(letter, "nl");
  expect(html).toContain('Wie helpt?<br><a href="https://hier.example/netwerk/x/vragen/1"');
  expect(html).toContain("deze e\u2011mail");
  expect([...html.matchAll(/background:(#\w+);color:#\w+;border-radius/g)].map(([, colour]) => colour)).toEqual([
    "#0b5d66",
    "#ffffff",
  ]);
});
