import type { Node } from 'prosemirror-model';
import { NodeSelection, Plugin, type EditorState, type Transaction } from 'prosemirror-state';
import { emptyProse } from './blocks';
import { insertBlock } from './move';
import { types } from './schema';

/** Inserts blocks where the writer is: in place of an empty paragraph, below the paragraph or block otherwise, or at a position. */
export function insertHere(state: EditorState, nodes: readonly Node[], at?: number): { tr: Transaction; first: number } {
  const { tr } = state;
  let pos = at ?? placeFor(tr);
  let first = -1;
  for (const node of nodes) {
    const landed = insertBlock(tr, node, pos);
    if (first < 0) first = landed;
    pos = landed + node.nodeSize;
  }
  const node = first < 0 ? null : tr.doc.nodeAt(first);
  if (node?.type === types.block) tr.setSelection(NodeSelection.create(tr.doc, first));
  return { tr: tr.scrollIntoView(), first };
}

function placeFor(tr: Transaction): number {
  const { $from, $to } = tr.selection;
  if (tr.selection instanceof NodeSelection && $from.depth === 0) return $to.pos;
  if ($from.depth < 2) return $from.pos;
  const paragraph = $from.node(2);
  if (paragraph.type !== types.paragraph || paragraph.content.size > 0) return $from.after(2);
  const before = $from.before(2);
  // A text needs at least one paragraph: the only one goes with its text.
  if ($from.node(1).childCount > 1) {
    tr.delete(before, $from.after(2));
    return before;
  }
  const start = $from.before(1);
  if (tr.doc.childCount === 1) return start;
  tr.delete(start, $from.after(1));
  return start;
}

/** Writing below the last block is always possible; a text without words is never saved. */
export function roomBelow(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _, { doc, tr }) {
      if (!transactions.some((t) => t.docChanged) || doc.lastChild?.type === types.prose) return null;
      return tr.insert(doc.content.size, emptyProse());
    },
  });
}

export function withRoomBelow(doc: Node): Node {
  return doc.lastChild?.type === types.prose ? doc : doc.copy(doc.content.addToEnd(emptyProse()));
}
