import { Fragment, type Node, Slice } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { newBlock, type Catalogue } from '../../document/blocks';
import { types } from '../../document/schema';
import type { Piece, Suggestion } from '../suggest/suggestion';
import { toEditor } from './to-editor';

/** Where a suggestion's passage stands in the document. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Puts a suggestion's block in place of its passage. What is text before and after it stays text. */
export function putBlock(tr: Transaction, { pieces }: Suggestion, { from, to }: Place, catalogue: Catalogue): void {
  const at = pieces.findIndex((piece) => 'block' in piece);
  const piece = pieces[at];
  if (!piece || !('block' in piece)) return;
  const block = newBlock(piece.block.type, catalogue, piece.block.fields);
  const $from = tr.doc.resolve(from);
  if ($from.depth === 0) {
    tr.insert(from, block);
    return;
  }
  const before = texts(pieces.slice(0, at));
  const after = texts(pieces.slice(at + 1));
  const $to = tr.doc.resolve(to);
  // A text that would be left without a paragraph goes with its passage; otherwise it is cut in two around the block.
  const cutBefore = before.length > 0 || from > $from.start(1);
  const cutAfter = after.length > 0 || to < $to.end(1);
  const content = [...(cutBefore ? [types.prose.create(null, before)] : []), block, ...(cutAfter ? [types.prose.create(null, after)] : [])];
  tr.replace(cutBefore ? from : $from.before(1), cutAfter ? to : $to.after(1), new Slice(Fragment.from(content), cutBefore ? 1 : 0, cutAfter ? 1 : 0));
}

function texts(pieces: readonly Piece[]): Node[] {
  return toEditor(pieces.flatMap((piece) => ('text' in piece ? [piece.text] : [])));
}
