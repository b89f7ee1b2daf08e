import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { announce } from '../announce';
import type { BlockShape } from '../blocks/shapes';
import { newBlock, type Catalogue } from './blocks';
import { insertBlock, nameOf } from './move';
import { types } from './schema';

/**
 * Makes a block of the paragraphs that the selection touches, with exactly their words. A pull quote repeats words of the story, so it takes
 * the selected words and leaves them where they are. Returns the block's position; null when there is nothing to take.
 */
export function turnInto(view: EditorView, shape: BlockShape, catalogue: Catalogue): number | null {
  const { tr, selection } = view.state;
  const { $from, $to } = selection;
  if ($from.depth < 2 || $from.before(1) !== $to.before(1)) return null;
  const start = $from.before(2);
  const end = $to.after(2);
  const repeats = shape.type === 'pull-quote';
  const words: string[] = [];
  const take = (text: string): void => {
    const line = text.replace(/[\s\ufffc]*\n[\s\ufffc]*/g, ' ').trim();
    if (line !== '') words.push(line);
  };
  if (repeats) take(tr.doc.textBetween(selection.from, selection.to, ' ', ' '));
  else {
    tr.doc.nodesBetween(start, end, (node) => {
      if (!node.isTextblock) return true;
      take(node.textBetween(0, node.content.size, ' ', ' '));
      return false;
    });
  }
  const fields = words.length === 0 ? null : shape.fromWords?.(words) ?? null;
  if (fields === null) return null;
  const block = newBlock(shape.type, catalogue, fields);
  let at = start;
  if (!repeats) {
    const whole = $from.start(1) === start && $from.end(1) === end;
    if (whole) at = $from.before(1);
    tr.delete(whole ? $from.before(1) : start, whole ? $from.after(1) : end);
  }
  const landed = insertBlock(tr, block, at);
  tr.setSelection(NodeSelection.create(tr.doc, landed));
  view.dispatch(tr.scrollIntoView());
  announce(`${nameOf(block)} made of the selected words`);
  return tr.doc.nodeAt(landed)?.type === types.block ? landed : null;
}
