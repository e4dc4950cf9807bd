import { type DOMOutputSpec, type Node, Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";

const table = tableNodes({ tableGroup: "block", cellContent: "paragraph", cellAttributes: {} });
const numbers = (text: string | null): number[] => (text ?? "").split(" ").filter(Boolean).map(Number);

/** What a text of the report can hold, no more than its notation can say: one dress at a time, lists of one level. */
export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { group: "block", content: "inline*", parseDOM: [{ tag: "p" }], toDOM: (): DOMOutputSpec => ["p", 0] },
    heading: {
      group: "block",
      content: "inline*",
      defining: true,
      attrs: { level: { default: 1 } },
      parseDOM: [
        { tag: "h2", attrs: { level: 1 } },
        { tag: "h3", attrs: { level: 2 } },
      ],
      toDOM: ({ attrs }): DOMOutputSpec => [attrs.level === 1 ? "h2" : "h3", 0],
    },
    bullet_list: {
      group: "block",
      content: "list_item+",
      parseDOM: [{ tag: "ul" }],
      toDOM: (): DOMOutputSpec => ["ul", 0],
    },
    ordered_list: {
      group: "block",
      content: "list_item+",
      parseDOM: [{ tag: "ol" }],
      toDOM: (): DOMOutputSpec => ["ol", 0],
    },
    list_item: { content: "paragraph", defining: true, parseDOM: [{ tag: "li" }], toDOM: (): DOMOutputSpec => ["li", 0] },
    quote: {
      group: "block",
      atom: true,
      attrs: { number: { validate: "number" } },
      parseDOM: [{ tag: "div[data-quote]", getAttrs: (dom) => ({ number: Number(dom.getAttribute("data-quote")) }) }],
      toDOM: ({ attrs }): DOMOutputSpec => ["div", { "data-quote": String(attrs.number) }, `> #${attrs.number}`],
    },
    figure: {
      group: "block",
      atom: true,
      attrs: { name: { validate: "string" } },
      parseDOM: [{ tag: "div[data-figure]", getAttrs: (dom) => ({ name: dom.getAttribute("data-figure") }) }],
      toDOM: ({ attrs }): DOMOutputSpec => ["div", { "data-figure": attrs.name }, `{figuur ${attrs.name}}`],
    },
    ...table,
    text: { group: "inline" },
    field: {
      group: "inline",
      inline: true,
      atom: true,
      attrs: { name: { validate: "string" } },
      parseDOM: [{ tag: "span[data-field]", getAttrs: (dom) => ({ name: dom.getAttribute("data-field") }) }],
      toDOM: ({ attrs }): DOMOutputSpec => ["span", { "data-field": attrs.name }, `{${attrs.name}}`],
    },
    ground: {
      group: "inline",
      inline: true,
      atom: true,
      attrs: { numbers: { default: [] }, themes: { default: [] }, states: { default: true } },
      parseDOM: [
        {
          tag: "span[data-ground]",
          getAttrs: (dom) => ({
            numbers: numbers(dom.getAttribute("data-ground")),
            themes: (dom.getAttribute("data-themes") ?? "").split(" ").filter(Boolean),
            states: dom.getAttribute("data-states") !== "no",
          }),
        },
      ],
      toDOM: ({ attrs }): DOMOutputSpec => [
        "span",
        {
          "data-ground": attrs.numbers.join(" "),
          "data-themes": attrs.themes.join(" "),
          "data-states": attrs.states ? "yes" : "no",
        },
        groundSign(attrs),
      ],
    },
    hard_break: {
      group: "inline",
      inline: true,
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: (): DOMOutputSpec => ["br"],
    },
  },
  marks: {
    strong: { excludes: "_", parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: (): DOMOutputSpec => ["strong", 0] },
    em: { excludes: "_", parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: (): DOMOutputSpec => ["em", 0] },
    link: {
      excludes: "_",
      inclusive: false,
      attrs: { href: { validate: "string" } },
      parseDOM: [{ tag: "a[href]", getAttrs: (dom) => ({ href: dom.getAttribute("href") }) }],
      toDOM: ({ attrs }): DOMOutputSpec => ["a", { href: attrs.href, rel: "noopener" }, 0],
    },
  },
});

/** How a ground reads within a text. */
const groundSign = ({ numbers: of, themes, states }: Node["attrs"]): string =>
  states ? [...of.map((one: number) => `#${one}`), ...themes.map((key: string) => `#t-${key}`)].join(" ") : "–";
