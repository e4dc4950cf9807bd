import { setBlockType, toggleMark } from "prosemirror-commands";
import { redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import { Fragment, type Node, type NodeType } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { type Command, type EditorState, Selection, TextSelection } from "prosemirror-state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from "prosemirror-tables";
import { schema } from "./rich-schema.client.ts";

const { nodes, marks } = schema;

/** What a button of the editor does. */
export const commands = {
  heading: block(nodes.heading, { level: 1 }),
  subheading: block(nodes.heading, { level: 2 }),
  strong: toggleMark(marks.strong),
  em: toggleMark(marks.em),
  bullets: list(nodes.bullet_list),
  numbers: list(nodes.ordered_list),
  table: insertTable,
  rowAfter: addRowAfter,
  columnAfter: addColumnAfter,
  rowAway: deleteRow,
  columnAway: deleteColumn,
  tableAway: deleteTable,
  undo,
  redo,
} satisfies Record<string, Command>;
export type CommandName = keyof typeof commands;

/** How the buttons stand where the cursor is. */
export interface Standing {
  readonly on: Readonly<Partial<Record<CommandName | "link", boolean>>>;
  readonly may: Readonly<Record<"undo" | "redo", boolean>>;
  readonly inTable: boolean;
}

export function standingIn(state: EditorState): Standing {
  const { $from, from, to, empty } = state.selection;
  const dressed = (mark: "strong" | "em" | "link") =>
    empty ? marks[mark].isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, marks[mark]);
  const heading = $from.parent.type === nodes.heading ? $from.parent.attrs.level : 0;
  const inList = listAround(state);
  return {
    on: {
      heading: heading === 1,
      subheading: heading === 2,
      strong: dressed("strong"),
      em: dressed("em"),
      link: dressed("link"),
      bullets: inList === nodes.bullet_list,
      numbers: inList === nodes.ordered_list,
    },
    may: { undo: undoDepth(state) > 0, redo: redoDepth(state) > 0 },
    inTable: isInTable(state),
  };
}

function listAround({ selection: { $from } }: EditorState): NodeType | null {
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth);
    if (type === nodes.bullet_list || type === nodes.ordered_list) return type;
  }
  return null;
}

/** Makes what is chosen such a block, and a paragraph again. */
function block(type: NodeType, attrs: Node["attrs"]): Command {
  return (state, dispatch) => {
    const { parent } = state.selection.$from;
    const is = parent.type === type && parent.attrs.level === attrs.level;
    return setBlockType(is ? nodes.paragraph : type, is ? null : attrs)(state, dispatch);
  };
}

function list(type: NodeType): Command {
  return (state, dispatch, view) => {
    const around = listAround(state);
    if (around === type) return liftListItem(nodes.list_item)(state, dispatch);
    if (around) {
      const { $from } = state.selection;
      const depth = Array.from({ length: $from.depth }, (_, at) => at + 1).find((at) => $from.node(at).type === around) ?? 1;
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), type));
      return true;
    }
    if (wrapInList(type)(state)) return wrapInList(type)(state, dispatch);
    // a heading becomes a line first
    if (!view || !setBlockType(nodes.paragraph)(state, dispatch)) return false;
    return wrapInList(type)(view.state, dispatch);
  };
}

const rows = 3;
const columns = 2;
function insertTable(state: EditorState, dispatch?: Parameters<Command>[1]): boolean {
  if (isInTable(state) || listAround(state)) return false;
  const row = (cell: NodeType) =>
    nodes.table_row.create(null, Fragment.fromArray(Array.from({ length: columns }, () => cell.createAndFill() as Node)));
  const table = nodes.table.create(
    null,
    Fragment.fromArray(Array.from({ length: rows }, (_, at) => row(at === 0 ? nodes.table_header : nodes.table_cell))),
  );
  if (!dispatch) return true;
  const tr = state.tr.replaceSelectionWith(table);
  let at = tr.selection.from;
  tr.doc.descendants((node, position) => {
    if (node.eq(table)) at = position;
  });
  dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  return true;
}

/** Puts a node where the cursor is, and the cursor behind it. */
export function insert(kind: "quote" | "figure" | "field" | "ground", attrs: Node["attrs"]): Command {
  return (state, dispatch) => {
    if (!dispatch) return true;
    const node = nodes[kind].create(attrs);
    const tr = state.tr.replaceSelectionWith(node, false);
    if (node.isBlock && tr.doc.lastChild?.isAtom) tr.insert(tr.doc.content.size, nodes.paragraph.create());
    if (node.isBlock) tr.setSelection(Selection.near(tr.doc.resolve(tr.selection.to), 1));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** The link that the cursor is in or the choice begins in: where it stands and leads. */
export function linkIn({ selection: { $from, from, to }, doc }: EditorState): { from: number; to: number; href: string } | null {
  let found: { from: number; to: number; href: string } | null = null;
  doc.nodesBetween($from.start(), Math.max(to, $from.end()), (node, at) => {
    const mark = marks.link.isInSet(node.marks);
    if (mark && !found && at <= from && from <= at + node.nodeSize)
      found = { from: at, to: at + node.nodeSize, href: mark.attrs.href };
  });
  return found;
}

/** Makes a link of what is chosen, or of the address itself; an empty address takes the link away. */
export function link(href: string): Command {
  return (state, dispatch) => {
    const here = state.selection.empty ? linkIn(state) : null;
    const { from, to } = here ?? state.selection;
    const empty = from === to;
    if (href === "") dispatch?.(state.tr.removeMark(from, to, marks.link));
    else if (empty) dispatch?.(state.tr.replaceSelectionWith(schema.text(href, [marks.link.create({ href })]), false));
    else dispatch?.(state.tr.removeMark(from, to).addMark(from, to, marks.link.create({ href })));
    return true;
  };
}
