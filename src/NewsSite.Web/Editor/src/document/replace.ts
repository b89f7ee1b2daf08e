import { Slice, type Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { Block, Json } from '../story';
import { blockOf, nodeFrom, type Catalogue } from './blocks';
import { idOf, types } from './schema';

/**
 * The transaction that brings somebody else's blocks into the document: only what differs is replaced, so that caret, undo history and
 * marked passages stay. With `since`, the blocks as they were sent, what the writer has changed after that stays as it is.
 */
export function replaceBlocks(state: EditorState, blocks: readonly Block[], catalogue: Catalogue, since: readonly Block[] | null): Transaction {
  const tr = state.tr.setMeta('addToHistory', false).setMeta('merged', true);
  const sent = since === null ? null : new Map(since.map((block) => [block.id, sayingOf(block)]));
  const mine: { node: Node; pos: number; id: string; touched: boolean }[] = [];
  state.doc.forEach((node, pos) => {
    const block = blockOf(node);
    const id = block === null ? '' : idOf(node) ?? '';
    mine.push({ node, pos, id, touched: block === null || (sent !== null && sent.get(id) !== sayingOf(block)) });
  });
  const here = new Set(mine.map((entry) => entry.id));
  // What the writer has deleted since it was sent is not brought back.
  const wanted = blocks.filter((block) => here.has(block.id) || sent === null || !sent.has(block.id));
  const kept = commonOrder(mine.map((entry) => entry.id), wanted.map((block) => block.id));
  let next = wanted.length;
  for (let i = mine.length - 1; i >= 0; i--) {
    const { node, pos, id, touched } = mine[i]!;
    const at = kept.get(i);
    if (at !== undefined) {
      insertAll(tr, pos + node.nodeSize, wanted.slice(at + 1, next), catalogue);
      next = at;
      if (!touched) change(tr, pos, node, wanted[at]!, catalogue);
    } else if (!touched || wanted.some((block) => block.id === id && id !== '')) {
      tr.delete(pos, pos + node.nodeSize);
    }
  }
  insertAll(tr, 0, wanted.slice(0, next), catalogue);
  return tr;
}

/** What a block says: the order of fields, and fields that are empty, are not a difference. */
export function sayingOf(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const fields = Object.entries(inner).filter(([, field]) => field !== null && field !== false && !(Array.isArray(field) && field.length === 0));
    return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function insertAll(tr: Transaction, at: number, blocks: readonly Block[], catalogue: Catalogue): void {
  if (blocks.length > 0) tr.insert(at, blocks.map((block) => nodeFrom(block, catalogue)));
}

function change(tr: Transaction, pos: number, node: Node, block: Block, catalogue: Catalogue): void {
  const now = blockOf(node);
  if (now !== null && sayingOf(now) === sayingOf(block)) return;
  const next = nodeFrom(block, catalogue);
  if (next.type !== types.prose || node.type !== types.prose) {
    tr.replaceWith(pos, pos + node.nodeSize, next);
    return;
  }
  const start = node.content.findDiffStart(next.content);
  if (start !== null) {
    // Whole paragraphs between the first and the last difference: a slice without open ends cannot go wrong.
    const from = startOfChild(node, start);
    const [to, nextTo] = tails(node, next, from);
    tr.replace(pos + 1 + from, pos + 1 + to, new Slice(next.content.cut(from, nextTo), 0, 0));
  }
  tr.setNodeAttribute(pos, 'markdown', next.attrs['markdown']);
}

function startOfChild(node: Node, at: number): number {
  let edgeAt = 0;
  node.forEach((child, offset) => {
    if (offset <= at && offset + child.nodeSize > at) edgeAt = offset;
    else if (offset + child.nodeSize <= at) edgeAt = offset + child.nodeSize;
  });
  return edgeAt;
}

/** The ends of what differs, after as many equal last children as there are. */
function tails(node: Node, next: Node, from: number): [number, number] {
  let [to, nextTo] = [node.content.size, next.content.size];
  let [i, j] = [node.childCount - 1, next.childCount - 1];
  while (i >= 0 && j >= 0 && node.child(i).eq(next.child(j)) && to - node.child(i).nodeSize >= from && nextTo - next.child(j).nodeSize >= from) {
    to -= node.child(i--).nodeSize;
    nextTo -= next.child(j--).nodeSize;
  }
  return [to, nextTo];
}

/** The longest run of ids that both have in the same order: place in the first → place in the second. */
function commonOrder(a: readonly string[], b: readonly string[]): Map<number, number> {
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) length[i]![j] = a[i] === b[j] && a[i] !== '' ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  }
  const pairs = new Map<number, number>();
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j] && a[i] !== '') pairs.set(i++, j++);
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}
