import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { readProse } from "../../method/text/prose-text.ts";
import { type PastedNode, pastedLines, pastedText } from "./pasted.ts";

type Parsed = ReturnType<typeof parseDocument>["children"][number] | ReturnType<typeof parseDocument>;

/** As a browser would have it, as far as the rule looks. */
function node(of: Parsed): PastedNode {
  if (of.type === "text") return { nodeType: 3, nodeName: "#text", nodeValue: of.data, childNodes: [] };
  if (!("children" in of)) return { nodeType: 8, nodeName: "#comment", nodeValue: null, childNodes: [] };
  return {
    ...{ nodeType: 1, nodeName: "name" in of ? of.name.toUpperCase() : "#document", nodeValue: null },
    childNodes: of.children.map(node),
    getAttribute: (name) => ("attribs" in of ? (of.attribs[name] ?? null) : null),
  };
}
const read = (html: string) => pastedText(node(parseDocument(html)));
const paste = (html: string) => read(html).text;

const nbsp = "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; ";
const sign = (drawn: string) =>
  `<![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${drawn}<span style='font:7.0pt "Times New Roman"'>${nbsp}</span></span></span><![endif]>`;
const item = (drawn: string, text: string, at = "Middle") =>
  `<p class=MsoListParagraphCxSp${at} style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${sign(drawn)}<span lang=NL>${text}<o:p></o:p></span></p>`;
const word = (body: string) =>
  `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- /* Style Definitions */ p.MsoNormal {mso-style-parent:""; margin:0cm;} --></style></head><body lang=NL style='tab-interval:35.4pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

describe("what is pasted keeps its headings, lists, emphasis and links, and nothing else [RP1]", () => {
  test("from Word: its marks, smart tags and lists that are paragraphs", () => {
    const html = word(
      `<h1><span lang=NL>Wat wij hoorden<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=NL style='font-size:11.0pt;font-family:"Calibri",sans-serif'>Gezinnen in <st1:City w:st="on"><st1:place w:st="on">Heerlen</st1:place></st1:City> missen
<b style='mso-bidi-font-weight:normal'>één vast gezicht </b>in de wijk.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2><span lang=NL>Wat helpt</span></h2>
${item("·", "Een vaste dag", "First")}
${item("o", "Dezelfde persoon", "Last")}
<p class=MsoNormal>En dan:</p>
${item("1.", "Eerst bellen", "First")}
${item("2.", "Dan <i>langsgaan</i>", "Last")}`,
    );
    expect(paste(html)).toBe(
      [
        "## Wat wij hoorden",
        "Gezinnen in Heerlen missen **één vast gezicht** in de wijk.",
        "### Wat helpt",
        "- Een vaste dag\n- Dezelfde persoon",
        "En dan:",
        "1. Eerst bellen\n2. Dan *langsgaan*",
      ].join("\n\n"),
    );
  });

  test("from Word: a numbered heading stays one; what was struck out, hidden or noted beside the text is no part of it", () => {
    const html = word(
      `<h1 style='mso-list:l1 level1 lfo2'>${sign("1.")}Tijd</h1>
<p class=MsoNormal>Er is <del cite="mailto:x">geen</del><ins>te weinig</ins> tijd<a style='mso-comment-reference:A_1'>.</a><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span><span style='display:none;mso-hide:all'>geheim</span></p>
<div style='mso-element:comment-list'><p class=MsoCommentText>Klopt dit?</p></div>`,
    );
    expect(paste(html)).toBe("## Tijd\n\nEr is te weinig tijd.");
  });

  test("from Word on the web: items in lists of their own, headings by role", () => {
    const html = `<div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" role="heading" aria-level="2"><span class="TextRun"><span class="NormalTextRun">Samen</span></span><span class="EOP">&nbsp;</span></p></div><div class="ListContainerWrapper"><ul class="BulletListStyle1"><li data-leveltext=""><p class="Paragraph"><span>Bel eerst</span><span class="EOP">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper"><ul class="BulletListStyle1"><li><p><span style="font-weight:bold">Kom langs</span></p></li></ul></div>`;
    expect(paste(html)).toBe("## Samen\n\n- Bel eerst\n- **Kom langs**");
  });

  test("from LibreOffice: words over several lines, paragraphs within items", () => {
    const html = `<html><head><meta name="generator" content="LibreOffice 24.2"><style>p { margin-bottom: 0.25cm }</style></head><body lang="nl-NL"><p style="line-height: 100%"><font face="Liberation Serif"><b>Eén
gezicht</b></font> in de
wijk</p><ol>
<li><p>Bellen</p></li>
<li><p>Langsgaan
</p></li></ol></body></html>`;
    expect(paste(html)).toBe("**Eén gezicht** in de wijk\n\n1. Bellen\n2. Langsgaan");
  });

  test("from Google Docs: nothing is bold because all of it lies in a <b>", () => {
    const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-weight:400">Tijd</span></h2><p dir="ltr"><span style="font-weight:400">Er is </span><span style="font-weight:700">geen tijd</span><span style="font-weight:400">.</span></p><br></b>`;
    expect(paste(html)).toBe("## Tijd\n\nEr is **geen tijd**.");
  });

  test("from a web page: links to the web stay, others are words; script is gone, pictures are counted", () => {
    const html = `<nav>Menu</nav><p>Lees <a href="https://voorbeeld.example/a(b)">het <em>hele</em> stuk</a> of <a href="javascript:alert(1)">dit</a>, <a href="#x">dat</a> en <a href="file:///C:/a.docx">mijn stuk</a>.<img src="a.png" onerror="alert(1)"><script>alert(2)</script></p><p>Regel een<br>regel twee</p>`;
    expect(read(html)).toEqual({
      text: "Menu\n\nLees [het hele stuk](https://voorbeeld.example/a%28b%29) of dit, dat en mijn stuk.\n\nRegel een\nregel twee",
      pictures: 1,
    });
  });

  test("a table stays a table; a page laid out in cells is its paragraphs", () => {
    const table = "<table><tr><th>Veld</th><th>Mensen</th></tr><tr><td><p>Wonen</p></td><td><p>12</p></td></tr></table>";
    expect(paste(table)).toBe("| Veld | Mensen |\n| Wonen | 12 |");
    expect(paste("<table><tr><td>a|b</td><td></td></tr></table>")).toBe("| a\\|b |  |");
    expect(paste("<table><tr><td><h2>Tijd</h2><p>Er is geen tijd.</p></td></tr></table>")).toBe("## Tijd\n\nEr is geen tijd.");
  });

  test("without dress the signs of lists become those of a text", () => {
    expect(pastedLines("Punten:\r\n·\u00a0\u00a0 een\r\n•\ttwee\r\n\u00a7 drie\r\n\u00adtus\u00adsen")).toBe(
      "Punten:\n- een\n- twee\n- drie\ntussen",
    );
    expect(pastedLines("Gewoon tekst – met een streep.")).toBe("Gewoon tekst – met een streep.");
  });
});

test("no HTML, however odd, loses a word that can be seen, or leaves anything of its dress", () => {
  const tags = ["p", "div", "span", "b", "i", "h1", "h3", "ul", "ol", "li", "table", "tr", "td", "a", "o:p", "br", "st1:place"];
  const html = fc.letrec<{ some: string }>((tie) => ({
    some: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom("Zorg", " ", "\n", "wijk", ". ", "&nbsp;"),
      fc
        .tuple(fc.constantFrom(...tags), fc.array(tie("some"), { maxLength: 4 }))
        .map(([tag, inner]) =>
          tag === "br" ? "<br>" : `<${tag}${tag === "a" ? ' href="https://voorbeeld.example"' : ""}>${inner.join("")}</${tag}>`,
        ),
    ),
  })).some;
  fc.assert(
    fc.property(html, (some) => {
      const text = paste(`<div>${some}</div>`);
      const count = (of: string) => of.match(/Zorg|wijk/g)?.length ?? 0;
      expect(count(text)).toBe(count(some));
      expect(text).not.toMatch(/[<>\u00a0]|mso|st1/);
      expect(count(JSON.stringify(readProse(text)))).toBe(count(some));
    }),
  );
});
