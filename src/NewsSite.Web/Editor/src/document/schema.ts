import { Schema, type MarkSpec, type Node, type NodeSpec } from 'prosemirror-model';
import type { Block } from '../story';

/**
 * A story is prose and typed blocks in turn. `prose` holds the flow content of one text block; `block` is any other block, with its stored
 * JSON (type, id and v left out) in `fields`, so that an edit of a field is an edit of the document and undone with all others.
 */
const nodes: Record<string, NodeSpec> = {
  doc: { content: '(prose | block)+', allowGapCursor: true },

  prose: {
    content: 'flow+',
    // markdown: the text as it was loaded, given back as it is while nothing in it was edited.
    attrs: { id: { default: null }, markdown: { default: null } },
    defining: true,
    parseDOM: [{ tag: 'div[data-prose]', getAttrs: (dom) => ({ id: dom.getAttribute('data-prose') || null }) }],
    toDOM: (node) => ['div', { class: 'prose', 'data-prose': String(node.attrs['id'] ?? '') }, 0],
  },

  block: {
    atom: true,
    selectable: true,
    isolating: true,
    attrs: { id: { default: null }, type: {}, v: { default: 1 }, fields: { default: {} }, known: { default: true } },
    parseDOM: [{ tag: 'div[data-block]', getAttrs: (dom) => attrsFromClipboard(dom.getAttribute('data-block') ?? '') }],
    toDOM: (node) => ['div', { 'data-block': JSON.stringify(node.attrs) }],
  },

  paragraph: { content: 'inline*', group: 'flow', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    content: 'inline*',
    group: 'flow',
    defining: true,
    attrs: { level: { default: 2 } },
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(Math.max(level, 2), 4) } })),
    toDOM: (node) => [`h${String(node.attrs['level'])}`, 0],
  },
  blockquote: { content: 'flow+', group: 'flow', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
  bullet_list: {
    content: 'list_item+',
    group: 'flow',
    attrs: { tight: { default: true } },
    parseDOM: [{ tag: 'ul' }],
    toDOM: (node) => ['ul', node.attrs['tight'] === true ? {} : { 'data-loose': '' }, 0],
  },
  ordered_list: {
    content: 'list_item+',
    group: 'flow',
    attrs: { order: { default: 1 }, tight: { default: true } },
    parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ order: Number(dom.getAttribute('start') ?? 1) || 1 }) }],
    toDOM: (node) => ['ol', { ...(node.attrs['order'] === 1 ? {} : { start: String(node.attrs['order']) }), ...(node.attrs['tight'] === true ? {} : { 'data-loose': '' }) }, 0],
  },
  list_item: { content: 'paragraph flow*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  code_block: {
    content: 'text*',
    marks: '',
    group: 'flow',
    code: true,
    defining: true,
    attrs: { info: { default: '' } },
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', { spellcheck: 'false' }, ['code', 0]],
  },
  horizontal_rule: { group: 'flow', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },

  // The first row is the head, as in Markdown; a cell is one line.
  table: { content: 'table_row+', group: 'flow', isolating: true, parseDOM: [{ tag: 'table' }], toDOM: () => ['table', ['tbody', 0]] },
  table_row: { content: '(table_header | table_cell)+', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
  table_header: { content: 'inline*', isolating: true, parseDOM: [{ tag: 'th' }], toDOM: () => ['th', { scope: 'col' }, 0] },
  table_cell: { content: 'inline*', isolating: true, parseDOM: [{ tag: 'td' }], toDOM: () => ['td', 0] },

  text: { group: 'inline' },
  hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'], leafText: () => '\n' },
};

// Their order is the order of nesting, the outermost first.
const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: {}, title: { default: null } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => ({ href: dom.getAttribute('href'), title: dom.getAttribute('title') }) }],
    toDOM: (mark) => ['a', { href: String(mark.attrs['href']), ...(mark.attrs['title'] === null ? {} : { title: String(mark.attrs['title']) }) }, 0],
  },
  strong: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b', getAttrs: (dom) => dom.style.fontWeight !== 'normal' && null }, { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[6-9]\d{2})$/.test(value) && null }],
    toDOM: () => ['strong', 0],
  },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }], toDOM: () => ['em', 0] },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }], toDOM: () => ['s', 0] },
  code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', { spellcheck: 'false' }, 0] },
};

export const schema = new Schema({ nodes, marks });

/** Names for the node types, so that a slip of the pen is an error of the compiler. */
export const types = {
  prose: schema.nodes['prose']!,
  block: schema.nodes['block']!,
  paragraph: schema.nodes['paragraph']!,
  heading: schema.nodes['heading']!,
  blockquote: schema.nodes['blockquote']!,
  bulletList: schema.nodes['bullet_list']!,
  orderedList: schema.nodes['ordered_list']!,
  listItem: schema.nodes['list_item']!,
  codeBlock: schema.nodes['code_block']!,
  rule: schema.nodes['horizontal_rule']!,
  table: schema.nodes['table']!,
  row: schema.nodes['table_row']!,
  headCell: schema.nodes['table_header']!,
  cell: schema.nodes['table_cell']!,
  hardBreak: schema.nodes['hard_break']!,
} as const;

export const marksOf = {
  link: schema.marks['link']!,
  strong: schema.marks['strong']!,
  em: schema.marks['em']!,
  strike: schema.marks['strike']!,
  code: schema.marks['code']!,
} as const;

/** The fields of a block node: its JSON without type, id and v; for an unknown type the whole JSON. */
export type Fields = Readonly<Record<string, Block[string]>>;

export interface BlockAttrs {
  readonly id: string | null;
  readonly type: string;
  readonly v: number;
  readonly fields: Fields;
  /** False for a type that this site does not know: then fields is the stored JSON, given back as it is. */
  readonly known: boolean;
}

export const blockAttrs = (node: Node): BlockAttrs => node.attrs as BlockAttrs;

export const idOf = (node: Node): string | null => node.attrs['id'] as string | null;

function attrsFromClipboard(text: string): BlockAttrs | false {
  try {
    const attrs = JSON.parse(text) as Partial<BlockAttrs>;
    if (typeof attrs.type !== 'string' || typeof attrs.fields !== 'object' || attrs.fields === null) return false;
    return { id: typeof attrs.id === 'string' ? attrs.id : null, type: attrs.type, v: Number(attrs.v ?? 1), fields: attrs.fields, known: attrs.known !== false };
  } catch {
    return false; // another program's data-block
  }
}
