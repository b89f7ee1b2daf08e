import { setBlockType } from 'prosemirror-commands';
import { TextSelection, type Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { shapeOf } from '../blocks/shapes';
import { newBlock, type Catalogue } from '../document/blocks';
import { insertHere } from '../document/insert';
import { toggleList } from '../document/lists';
import { types } from '../document/schema';

/** Something that can be put into a story. */
export interface Insertable {
  readonly name: string;
  readonly category: string;
  readonly icon: string;
  readonly help: string;
  /** Further words by which it is found. */
  readonly also: string;
  readonly keys: string | null;
  readonly run: (view: EditorView) => void;
}

export type EnterBlock = (pos: number) => void;

/** Typed blocks first, in the order of the catalogue, then what prose itself has. */
export function insertablesOf(catalogue: Catalogue, enter: EnterBlock): Insertable[] {
  const blocks = [...catalogue.values()].filter((entry) => entry.type !== 'prose').map((entry): Insertable => {
    const { key } = shapeOf(entry.type);
    return {
      name: entry.name, category: entry.category, icon: entry.icon, help: entry.help, also: entry.type.replace('-', ' '), keys: key === undefined ? null : `Ctrl+Alt+${key}`,
      run: (view) => insertNewBlock(view, entry.type, catalogue, enter),
    };
  });
  // What a story about a council needs most comes first; a module's own categories follow.
  const order = ['Voices', 'Pictures', 'Text', 'Inspection', 'Sources'];
  const rank = (category: string): number => (order.includes(category) ? order.indexOf(category) : order.length);
  return [...blocks.sort((a, b) => rank(a.category) - rank(b.category) || a.category.localeCompare(b.category)), ...prose];
}

export function insertNewBlock(view: EditorView, type: string, catalogue: Catalogue, enter: EnterBlock): void {
  const { tr, first } = insertHere(view.state, [newBlock(type, catalogue)]);
  view.dispatch(tr);
  enter(first);
}

const simple = (command: Command) => (view: EditorView): void => {
  command(view.state, view.dispatch, view);
  view.focus();
};

const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth < 2) return false;
  const cells = (type: typeof types.cell): ReturnType<typeof type.create>[] => [0, 1].map(() => type.create());
  const table = types.table.create(null, [types.row.create(null, cells(types.headCell)), types.row.create(null, cells(types.cell)), types.row.create(null, cells(types.cell))]);
  const empty = $from.node(2).content.size === 0;
  const at = empty ? $from.before(2) : $from.after(2);
  const tr = empty ? state.tr.replaceWith(at, $from.after(2), table) : state.tr.insert(at, table);
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 3))).scrollIntoView());
  return true;
};

const insertRule: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth < 2) return false;
  const tr = state.tr.insert($from.parent.content.size === 0 ? $from.before(2) : $from.after(2), types.rule.create());
  dispatch?.(tr.scrollIntoView());
  return true;
};

const wrapQuotation: Command = (state, dispatch) => {
  const range = state.selection.$from.blockRange(state.selection.$to);
  if (!range) return false;
  dispatch?.(state.tr.wrap(range, [{ type: types.blockquote }]).scrollIntoView());
  return true;
};

const prose: readonly Insertable[] = [
  { name: 'Heading', category: 'Words', icon: 'heading2', help: 'A heading between paragraphs.', also: 'h2 title', keys: 'Ctrl+Alt+2', run: simple(setBlockType(types.heading, { level: 2 })) },
  { name: 'Smaller heading', category: 'Words', icon: 'heading3', help: 'A heading below a heading.', also: 'h3 subheading', keys: 'Ctrl+Alt+3', run: simple(setBlockType(types.heading, { level: 3 })) },
  { name: 'List', category: 'Words', icon: 'list', help: 'Points without an order.', also: 'bullets ul', keys: 'Ctrl+Shift+8', run: simple(toggleList(types.bulletList)) },
  { name: 'Numbered list', category: 'Words', icon: 'numbers', help: 'Points in their order.', also: 'ol', keys: 'Ctrl+Shift+7', run: simple(toggleList(types.orderedList)) },
  { name: 'Indented quotation', category: 'Words', icon: 'quote', help: 'A passage set in, without a speaker.', also: 'blockquote', keys: 'Ctrl+Shift+9', run: simple(wrapQuotation) },
  { name: 'Table', category: 'Words', icon: 'table', help: 'Rows and columns with a head.', also: 'grid', keys: null, run: simple(insertTable) },
  { name: 'Line', category: 'Words', icon: 'rule', help: 'A line between two parts of the story.', also: 'rule divider hr', keys: null, run: simple(insertRule) },
  { name: 'Code', category: 'Words', icon: 'code', help: 'Text of a program, as it stands.', also: 'pre', keys: null, run: simple(setBlockType(types.codeBlock)) },
];

/** Those that match what was typed, best first: the beginning of the name, of a word in it, then category and help. */
export function matching(all: readonly Insertable[], typed: string): Insertable[] {
  const words = typed.toLowerCase().trim();
  if (words === '') return [...all];
  const rank = (item: Insertable): number => {
    const name = item.name.toLowerCase();
    if (name.startsWith(words)) return 0;
    if (name.includes(` ${words}`) || ` ${item.also}`.includes(` ${words}`)) return 1;
    if (item.category.toLowerCase().startsWith(words)) return 2;
    return ` ${item.help.toLowerCase()}`.includes(` ${words}`) ? 3 : 9;
  };
  return all.map((item) => ({ item, at: rank(item) })).filter((hit) => hit.at < 9).sort((a, b) => a.at - b.at).map((hit) => hit.item);
}
