import type { Node } from 'prosemirror-model';
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state';
import { Mapping } from 'prosemirror-transform';
import { idOf, types } from './schema';

/** What the program takes for a block's id. */
export const idForm = /^[a-z0-9][a-z0-9-]{0,39}$/;

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A short id that no block of the story has. */
export function newId(taken: ReadonlySet<string>): string {
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(6));
    const id = `b${Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('')}`;
    if (!taken.has(id)) return id;
  }
}

/**
 * Keeps ids unique: a split text, a pasted copy and a new block get new ones, and of two blocks with the same id the one that had it
 * before keeps it. A block of a type that this site does not know keeps its JSON in any case, its id only beside it.
 */
export function blockIds(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      if (!transactions.some((t) => t.docChanged)) return null;
      return giveIds(transactions, before, after);
    },
  });
}

function giveIds(transactions: readonly Transaction[], before: EditorState, after: EditorState): Transaction | null {
  const places = new Map<string, number[]>();
  const without: number[] = [];
  after.doc.forEach((node, pos) => {
    const id = idOf(node);
    if (id === null || !idForm.test(id)) without.push(pos);
    else places.set(id, [...(places.get(id) ?? []), pos]);
  });
  for (const [id, positions] of places) {
    if (positions.length === 1) continue;
    const owner = ownerOf(id, positions, before.doc, transactions);
    without.push(...positions.filter((pos) => pos !== owner));
  }
  if (without.length === 0) return null;
  const taken = new Set(places.keys());
  const tr = after.tr;
  for (const pos of without) {
    const id = newId(taken);
    taken.add(id);
    // The half of a split text is a text of its own: what was loaded belongs to the first half.
    const node = after.doc.nodeAt(pos)!;
    if (node.type === types.prose) tr.setNodeAttribute(pos, 'markdown', null);
    tr.setNodeAttribute(pos, 'id', id);
  }
  return tr;
}

function ownerOf(id: string, positions: readonly number[], before: Node, transactions: readonly Transaction[]): number {
  let was: number | null = null;
  before.forEach((node, pos) => {
    if (was === null && idOf(node) === id) was = pos;
  });
  if (was !== null) {
    const now = new Mapping(transactions.flatMap((t) => t.mapping.maps)).mapResult(was, 1).pos;
    if (positions.includes(now)) return now;
  }
  return positions[0]!;
}
