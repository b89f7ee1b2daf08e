import { Fragment, type Node, Slice } from 'prosemirror-model';
import { type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state';
import { types } from '../../document/schema';
import { linesOf, type PastedNode } from '../nodes';
import { plain } from '../runs';
import { inline, toEditor } from './to-editor';

/** A paste in the document. */
export interface Inserted {
  readonly tr: Transaction;
  /** Where each pasted node begins, and behind the last one where it ends; null where they were woven into other text. */
  readonly places: readonly number[] | null;
}

/** Puts what was pasted where the writer is. `whole` keeps its paragraphs apart from those around, so that they can become blocks. */
export function insertPaste(state: EditorState, pasted: readonly PastedNode[], whole: boolean): Inserted {
  const { tr } = state;
  const { $from, $to } = tr.selection;
  const within = $from.parent;
  if (within.type === types.cell || within.type === types.headCell || within.type === types.codeBlock) {
    return { tr: tr.replaceSelection(new Slice(Fragment.from(oneLine(pasted, within)), 0, 0)).scrollIntoView(), places: null };
  }
  const nodes = toEditor(pasted);
  if ($from.depth === 0 || $to.depth === 0) return between(tr, nodes);
  if (whole && $from.depth === 2 && $to.depth === 2 && $from.sameParent($to) && within.type === types.paragraph) return apart(tr, nodes);
  const open = (node: Node | undefined): number => (node?.type === types.paragraph ? 1 : 0);
  const slice = new Slice(Fragment.from(nodes), open(nodes[0]), open(nodes.at(-1)));
  return { tr: tr.replaceSelection(slice).scrollIntoView(), places: null };
}

// A cell, and code, hold one run of text.
function oneLine(pasted: readonly PastedNode[], within: Node): Node[] {
  const text = pasted.flatMap(linesOf).join(within.type === types.codeBlock ? '\n' : ' ');
  return text === '' ? [] : within.type === types.codeBlock ? [within.type.schema.text(text)] : inline([plain(text.replace(/\n/gu, ' '))]);
}

// Between blocks, or on a selected one, the paste is a text of its own below it.
function between(tr: Transaction, nodes: readonly Node[]): Inserted {
  const { $to } = tr.selection;
  const at = $to.depth === 0 ? $to.pos : $to.after(1);
  tr.insert(at, types.prose.create(null, [...nodes]));
  return placed(tr, nodes, at + 1);
}

function apart(tr: Transaction, nodes: readonly Node[]): Inserted {
  if (!tr.selection.empty) tr.deleteSelection();
  const { $from } = tr.selection;
  const paragraph = $from.parent;
  let at = $from.before(2);
  if (paragraph.content.size === 0) tr.replaceWith(at, at + paragraph.nodeSize, [...nodes]);
  else {
    if ($from.parentOffset === paragraph.content.size) at = $from.after(2);
    else if ($from.parentOffset > 0) {
      tr.split($from.pos);
      at = tr.mapping.map($from.pos) - 1;
    }
    tr.insert(at, [...nodes]);
  }
  return placed(tr, nodes, at);
}

function placed(tr: Transaction, nodes: readonly Node[], start: number): Inserted {
  const places = [start];
  for (const node of nodes) places.push((places.at(-1) ?? start) + node.nodeSize);
  const end = places.at(-1) ?? start;
  const last = Selection.findFrom(tr.doc.resolve(end), -1, true) ?? TextSelection.near(tr.doc.resolve(end), -1);
  return { tr: tr.setSelection(last).scrollIntoView(), places };
}
