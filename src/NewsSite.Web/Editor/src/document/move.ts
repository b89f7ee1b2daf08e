import { closeHistory } from 'prosemirror-history';
import { Fragment, type Node } from 'prosemirror-model';
import { NodeSelection, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import { announce } from '../announce';
import { blockAttrs, idOf, types } from './schema';

/** A thing that moves as a whole: a block, or a paragraph, list, table … of the text. */
export interface Unit {
  readonly pos: number;
  readonly node: Node;
  readonly inProse: boolean;
}

export function unitsOf(doc: Node): Unit[] {
  const units: Unit[] = [];
  doc.forEach((node, pos) => {
    if (node.type === types.prose) node.forEach((child, offset) => units.push({ pos: pos + 1 + offset, node: child, inProse: true }));
    else units.push({ pos, node, inProse: false });
  });
  return units;
}

/** The unit that the caret or the selected block is in; −1 for none. */
export function currentUnit(state: EditorState, units: readonly Unit[] = unitsOf(state.doc)): number {
  const { from } = state.selection;
  return units.findIndex((unit) => from >= unit.pos && from < unit.pos + unit.node.nodeSize);
}

/** Moves the current block, or the current paragraph of the text, by one place. */
export function moveBlock(by: -1 | 1): Command {
  return (state, dispatch) => {
    const units = unitsOf(state.doc);
    const at = currentUnit(state, units);
    const to = at + by;
    if (at < 0 || units[to] === undefined) {
      if (at >= 0) announce(by < 0 ? 'Already at the top' : 'Already at the end');
      return true;
    }
    if (dispatch) {
      dispatch(closeHistory(moveUnit(state, units, at, by < 0 ? to : to + 1)).scrollIntoView());
      announce(`${nameOf(units[at]!.node)} moved ${by < 0 ? 'up' : 'down'}, ${to + 1} of ${units.length}`);
    }
    return true;
  };
}

/**
 * Moves a unit to the gap before units[gap], as few steps as possible, so that notes and the undo history follow.
 * Texts keep their ids: a block that moves by one paragraph hands this paragraph from one text to the other.
 */
export function moveUnit(state: EditorState, units: readonly Unit[], from: number, gap: number): Transaction {
  const { tr } = state;
  const unit = units[from]!;
  if (gap === from || gap === from + 1) return tr;
  const neighbour = units[gap === from + 2 ? from + 1 : gap === from - 1 ? from - 1 : -1];
  const offset = state.selection.from - unit.pos;
  const landed = neighbour?.inProse === true && !unit.inProse
    ? handOver(tr, unit, neighbour)
    : unit.inProse ? moveText(tr, unit, units, gap) : moveTyped(tr, unit, units, gap);
  const size = tr.doc.nodeAt(landed)?.nodeSize ?? 0;
  if (!unit.inProse) tr.setSelection(NodeSelection.create(tr.doc, landed));
  else if (offset >= 0 && offset < size) tr.setSelection(TextSelection.near(tr.doc.resolve(landed + offset)));
  return tr;
}

/** The block stays and the paragraph beside it goes to its other side. */
function handOver(tr: Transaction, block: Unit, text: Unit): number {
  const down = text.pos > block.pos;
  const far = down ? block.pos : block.pos + block.node.nodeSize;
  const whole = takeOut(tr, text);
  putText(tr, text.node, tr.mapping.map(far, down ? -1 : 1), whole);
  let landed = -1;
  tr.doc.forEach((node, pos) => {
    if (node === block.node) landed = pos;
  });
  return landed;
}

function moveText(tr: Transaction, unit: Unit, units: readonly Unit[], gap: number): number {
  const target = units[gap];
  const before = units[gap - 1];
  const at = target?.inProse === true ? target.pos : before?.inProse === true ? before.pos + before.node.nodeSize : target?.pos ?? before!.pos + before!.node.nodeSize;
  const whole = takeOut(tr, unit);
  return putText(tr, unit.node, tr.mapping.map(at, -1), whole);
}

function moveTyped(tr: Transaction, unit: Unit, units: readonly Unit[], gap: number): number {
  const target = units[gap];
  const at = target?.pos ?? tr.doc.content.size;
  const $unit = tr.doc.resolve(unit.pos);
  const second = tr.doc.nodeAt(unit.pos + unit.node.nodeSize);
  const joins = $unit.nodeBefore?.type === types.prose && second?.type === types.prose;
  tr.delete(unit.pos, unit.pos + unit.node.nodeSize);
  if (joins) tr.join(unit.pos);
  return insertBlock(tr, unit.node, tr.mapping.map(at, 1), joins ? idOf(second) : null);
}

/** Inserts a block where it may stand: inside a text the text is split, at its edges the block stands beside it. */
export function insertBlock(tr: Transaction, node: Node, at: number, idOfRest: string | null = null): number {
  const $at = tr.doc.resolve(at);
  if ($at.depth === 0) {
    tr.insert(at, node);
    return at;
  }
  if ($at.parentOffset === 0) return insertBlock(tr, node, $at.before(1));
  if ($at.parentOffset === $at.parent.content.size) return insertBlock(tr, node, $at.after(1));
  tr.split(at, 1, [{ type: types.prose, attrs: { id: idOfRest, markdown: null } }]);
  tr.insert(at + 1, node);
  return at + 1;
}

/** Takes a paragraph out of its text, and the text with it when nothing else is left; returns the text in that case. */
function takeOut(tr: Transaction, unit: Unit): Node | null {
  const $pos = tr.doc.resolve(unit.pos);
  const whole = $pos.parent.childCount === 1 ? $pos.parent : null;
  if (whole) tr.delete($pos.before(), $pos.after());
  else tr.delete(unit.pos, unit.pos + unit.node.nodeSize);
  return whole;
}

/** Puts a paragraph into the text beside, or into one of its own: the text it came from, when that moved as a whole. */
function putText(tr: Transaction, node: Node, at: number, whole: Node | null): number {
  const $at = tr.doc.resolve(at);
  const waiting = $at.depth > 0 ? $at.parent : $at.nodeAfter;
  if (whole && waiting?.type === types.prose && waiting.childCount === 1 && waiting.firstChild!.content.size === 0) {
    // The empty text that waits for words below the last block makes room for one that has them.
    const start = $at.depth > 0 ? $at.before(1) : at;
    tr.replaceWith(start, start + waiting.nodeSize, whole);
    return start + 1;
  }
  if ($at.depth > 0) {
    tr.insert(at, node);
    return at;
  }
  if ($at.nodeAfter?.type === types.prose) {
    tr.insert(at + 1, node);
    return at + 1;
  }
  if ($at.nodeBefore?.type === types.prose) {
    tr.insert(at - 1, node);
    return at - 1;
  }
  tr.insert(at, whole ?? types.prose.create(null, Fragment.from(node)));
  return at + 1;
}

let names: ReadonlyMap<string, string> = new Map();

/** The names that journalists see, for announcements. */
export function nameBlocks(catalogue: ReadonlyMap<string, string>): void {
  names = catalogue;
}

export function nameOf(node: Node): string {
  if (node.type === types.block) return names.get(blockAttrs(node).type) ?? 'Block';
  const kinds: Record<string, string> = { paragraph: 'Paragraph', heading: 'Heading', bullet_list: 'List', ordered_list: 'List', blockquote: 'Quotation', table: 'Table', code_block: 'Code', horizontal_rule: 'Line' };
  return kinds[node.type.name] ?? 'Text';
}
