import fc from "fast-check";
import { expect, test } from "vitest";
import { readProse, writeProse } from "../../../method/text/prose-text.ts";
import { docOf, textOf } from "./rich-doc.client.ts";

const again = (text: string) => textOf(docOf(text).content);

test("a text goes into the editor and comes out as it was [RP1]", () => {
  const text = [
    "## Iemand die **niet** dik wordt",
    "Mensen missen iemand die blijft. [#12 #t-0a1b2c3d] Zij brachten {behoeften} in.\nEen nieuwe regel, *schuin* en **vet**. [-]",
    "- een\n- twee [#3]",
    "1. eerst\n2. [dan](https://voorbeeld.example/a)",
    "> #47",
    "| Wat | Wie |\n| a\\|b | **Wonen** |",
    "{figuur themas}",
    "### Klein",
  ].join("\n\n");
  expect(again(text)).toBe(text);
  docOf(text).check();
});

test("a mark on a line of its own stands behind each sentence of its paragraph afterwards [RP7]", () => {
  expect(again("Men mist tijd. Men belt.\n[#9]")).toBe("Men mist tijd. [#9] Men belt. [#9]");
});

test("no text, however odd, loses a word in the editor [RP1]", () => {
  const bits = fc.constantFrom(
    ...["a", "Zo", ". ", "! ", "\n", "\n\n", "\n- ", "\n1. ", "[", "]", "(", "#12", "[#12]", " [#t-0a1b2c3d]", "[-]", "**", "*"],
    ...["{x}", "\n> #4\n", "\n## ", "é", "**Zo**", "*Zo* ", "[Zo](https://a.example)", "\n| Zo | é |\n", "\n{figuur zo}\n"],
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 40 }), (some) => {
      const text = some.join("");
      const doc = docOf(text);
      doc.check();
      const count = (of: string) => of.match(/Zo|é/g)?.length ?? 0;
      expect(count(textOf(doc.content))).toBe(count(text));
      expect(count(again(textOf(doc.content)))).toBe(count(text));
    }),
  );
});

test("what people write reads the same before and after [RP1]", () => {
  const words = fc.constantFrom(
    "Mensen missen tijd.",
    "Wie belt, wacht lang.",
    "Er is *veel* gedaan.",
    "Dat {deelnemers} zeggen.",
    "**Nu**.",
  );
  const sentence = fc.tuple(words, fc.constantFrom("", " [#3]", " [#1 #t-0a1b2c3d]", " [-]")).map((parts) => parts.join(""));
  const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
  const list = (sign: (at: number) => string) =>
    fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.map((one, at) => `${sign(at)} ${one}`).join("\n"));
  const block = fc.oneof(
    paragraph,
    list(() => "-"),
    list((at) => `${at + 1}.`),
    fc.constantFrom("## Kop", "### Tussen", "> #47", "{figuur inzicht-3}", "| Wat | Wie |\n| Wonen | {deelnemers} |"),
  );
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
      const text = blocks.join("\n\n");
      expect(readProse(again(text))).toEqual(readProse(text));
      expect(writeProse(readProse(again(text)))).toBe(writeProse(readProse(text)));
    }),
  );
});
