import { Fragment, type Node } from 'prosemirror-model';
import { proseFrom } from '../prose/markdown-in';
import { markdownFrom } from '../prose/markdown-out';
import type { Block, BlockTypeEntry } from '../story';
import { blockAttrs, idOf, schema, types, type Fields } from './schema';

/** The types of block that the site knows, by name. */
export type Catalogue = ReadonlyMap<string, BlockTypeEntry>;

export const catalogueOf = (entries: readonly BlockTypeEntry[]): Catalogue => new Map(entries.map((entry) => [entry.type, entry]));

/** The document of a story. */
export function fromBlocks(blocks: readonly Block[], catalogue: Catalogue): Node {
  const nodes = blocks.map((block) => nodeFrom(block, catalogue));
  if (nodes.length === 0) nodes.push(emptyProse());
  return schema.nodes['doc']!.createChecked(null, Fragment.fromArray(nodes));
}

export const emptyProse = (): Node => types.prose.create(null, types.paragraph.create());

/** The node of one block. One of an unknown type or a newer version carries its JSON as it is. */
export function nodeFrom(block: Block, catalogue: Catalogue): Node {
  const { type, id, v, ...fields } = block;
  if (type === 'prose' && isPlainProse(block)) return remembered(proseFrom(block['text'] as string, { id, markdown: block['text'] as string }), block);
  const entry = catalogue.get(type);
  if (entry !== undefined && entry.version === v && type !== 'prose') return remembered(types.block.create({ id, type, v, fields, known: true }), block);
  return remembered(types.block.create({ id: id ?? null, type, v: v ?? 1, fields: block, known: false }), block);
}

const isPlainProse = (block: Block): boolean => block.v === 1 && typeof block['text'] === 'string' && Object.keys(block).length === 4;

/** The blocks of a document. A node is turned into its block once: only what was edited since costs anything. */
export function toBlocks(doc: Node): Block[] {
  const blocks: Block[] = [];
  doc.forEach((node) => {
    const block = blockOf(node);
    if (block !== null) blocks.push(block);
  });
  return blocks;
}

const made = new WeakMap<Node, { readonly block: Block | null }>();

function remembered(node: Node, block: Block): Node {
  made.set(node, { block });
  return node;
}

/** The block of a node; null for text without a word, which is not worth keeping. */
export function blockOf(node: Node): Block | null {
  const known = made.get(node);
  if (known !== undefined) return known.block;
  const block = node.type === types.prose ? proseBlock(node) : typedBlock(node);
  made.set(node, { block });
  return block;
}

function proseBlock(node: Node): Block | null {
  const text = proseText(node);
  if (text === '' && node.attrs['markdown'] !== '') return null;
  return { type: 'prose', id: idOf(node) ?? '', v: 1, text };
}

function proseText(node: Node): string {
  const original = node.attrs['markdown'] as string | null;
  if (original !== null && proseFrom(original).content.eq(node.content)) return original;
  return markdownFrom(node);
}

function typedBlock(node: Node): Block {
  const { id, type, v, fields, known } = blockAttrs(node);
  return known ? { type, id: id ?? '', v, ...fields } : (fields as Block);
}

/** A block as a writer begins it: version of today, nothing filled in but what is given. */
export function newBlock(type: string, catalogue: Catalogue, fields: Fields = {}): Node {
  return types.block.create({ id: null, type, v: catalogue.get(type)?.version ?? 1, fields, known: true });
}
