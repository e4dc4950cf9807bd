import { baseKeymap } from "prosemirror-commands";
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { type Node, Slice } from "prosemirror-model";
import { splitListItem } from "prosemirror-schema-list";
import { type Command, EditorState, Plugin, TextSelection } from "prosemirror-state";
import { goToNextCell, tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { readMark } from "../../../method/text/prose-inline.ts";
import { pastedLines, pastedText } from "../pasted.ts";
import { type CommandName, commands, insert, link, linkIn, type Standing, standingIn } from "./rich-commands.client.ts";
import { docOf, textOf } from "./rich-doc.client.ts";
import { schema } from "./rich-schema.client.ts";
import "prosemirror-view/style/prosemirror.css";
import "prosemirror-gapcursor/style/gapcursor.css";

export type { CommandName, Standing };

/** What stands at a place that the text only points at. */
export interface Says {
  readonly field: (name: string) => string;
  readonly figure: (name: string) => string;
  readonly quote: (number: number) => string;
  readonly ground: (support: { numbers: readonly number[]; themes: readonly string[]; states: boolean }) => string;
  readonly isField: (name: string) => boolean;
}
interface Wish {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly says: Says;
  readonly onText: (text: string) => void;
  readonly onStanding: (standing: Standing) => void;
  readonly onPictures: (n: number) => void;
  readonly onToolbar: () => void;
  readonly onLink: () => void;
}
export interface RichEditor {
  run(name: CommandName): void;
  insert(...what: Parameters<typeof insert>): void;
  link(href: string): void;
  /** Address of the link at the cursor; empty when there is none. */
  linkHere(): string;
  focus(): void;
  close(): void;
}

const { nodes } = schema;

/** A place to write in, that keeps its text in the notation. */
export function openEditor(place: HTMLElement, wish: Wish): RichEditor {
  const state = EditorState.create({
    doc: docOf(wish.text),
    plugins: [
      rules(wish.says),
      keymap({
        ...{ "Mod-b": commands.strong, "Mod-i": commands.em, "Mod-z": commands.undo, "Mod-y": commands.redo },
        ...{ "Mod-Shift-z": commands.redo, "Mod-k": told(wish.onLink), "Alt-F10": told(wish.onToolbar) },
        ...{ Enter: splitListItem(nodes.list_item), "Shift-Enter": lineBreak, Backspace: plainAgain },
        ...{ Tab: goToNextCell(1), "Shift-Tab": goToNextCell(-1) },
      }),
      keymap(baseKeymap),
      history(),
      gapCursor(),
      tableEditing(),
      roomBelow(),
    ],
  });
  const view = new EditorView(place, {
    state,
    attributes: { ...wish.attributes },
    nodeViews: {
      field: said((attrs) => wish.says.field(attrs.name), "field"),
      ground: said((attrs) => wish.says.ground(attrs as never), "ground"),
      quote: said((attrs) => wish.says.quote(attrs.number), "quote"),
      figure: said((attrs) => wish.says.figure(attrs.name), "figure"),
    },
    clipboardTextSerializer: (slice) => textOf(slice.content),
    handlePaste: (on, event) => paste(on, event, wish.onPictures),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) wish.onText(textOf(view.state.doc.content));
      wish.onStanding(standingIn(view.state));
    },
  });
  wish.onStanding(standingIn(view.state));
  const run = (command: Command) => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  return {
    run: (name) => run(commands[name]),
    insert: (...what) => run(insert(...what)),
    link: (href) => run(link(href)),
    linkHere: () => linkIn(view.state)?.href ?? "",
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

const told =
  (tell: () => void): Command =>
  () => {
    tell();
    return true;
  };

/** Only a paragraph of its own has lines. */
const lineBreak: Command = ({ selection: { $from }, tr }, dispatch) => {
  if ($from.parent.type !== nodes.paragraph || $from.depth !== 1) return false;
  dispatch?.(tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

const plainAgain: Command = ({ selection: { $from, empty }, tr }, dispatch) => {
  if (!empty || $from.parentOffset > 0 || $from.parent.type !== nodes.heading) return false;
  dispatch?.(tr.setBlockType($from.pos, $from.pos, nodes.paragraph));
  return true;
};

/** Who knows the notation may type it. */
function rules({ isField }: Says) {
  const put = (pattern: RegExp, make: (match: RegExpMatchArray) => Node | null) =>
    new InputRule(pattern, ({ tr }, match, start, end) => {
      const node = make(match);
      return node ? tr.replaceWith(start, end, node) : null;
    });
  return inputRules({
    rules: [
      textblockTypeInputRule(/^##\s$/, nodes.heading, { level: 1 }),
      textblockTypeInputRule(/^###\s$/, nodes.heading, { level: 2 }),
      wrappingInputRule(/^\s*[-*•]\s$/, nodes.bullet_list),
      wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list),
      put(/\{([\p{L}\p{N} -]{1,80})\}$/u, ([, name = ""]) => (isField(name) ? nodes.field.create({ name }) : null)),
      put(/\[(?:-|#(?:\d{1,7}|t-[0-9a-f]{8})(?:[ ,]+#(?:\d{1,7}|t-[0-9a-f]{8}))*)\]$/, ([mark = ""]) =>
        nodes.ground.create({ ...readMark(mark) }),
      ),
    ],
  });
}

/** Below a table or a figure there is always a line to go on. */
const roomBelow = () =>
  new Plugin({
    appendTransaction: (_, __, { doc, tr }) =>
      doc.lastChild?.type === nodes.paragraph || doc.lastChild?.type === nodes.heading
        ? null
        : tr.insert(doc.content.size, nodes.paragraph.create()),
  });

/** What only points shows what it points at, in words. */
const said = (words: (attrs: Node["attrs"]) => string, kind: string) => (node: Node) => {
  const dom = document.createElement(node.isInline ? "span" : "div");
  dom.className = `points ${kind}`;
  dom.textContent = words(node.attrs);
  return { dom };
};

function paste(view: EditorView, event: ClipboardEvent, onPictures: (n: number) => void): boolean {
  const html = event.clipboardData?.getData("text/html") ?? "";
  if (html.includes("data-pm-slice")) return false;
  const bare = event.clipboardData?.getData("text/plain") ?? "";
  const read = html ? pastedText(new DOMParser().parseFromString(html, "text/html")) : { text: pastedLines(bare), pictures: 0 };
  onPictures(read.pictures);
  if (read.text === "") return false;
  const { content } = docOf(read.text);
  const tr = view.state.tr.replaceSelection(Slice.maxOpen(content));
  view.dispatch(tr.setSelection(TextSelection.near(tr.selection.$to)).scrollIntoView());
  return true;
}
