import type { Node } from 'prosemirror-model';
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import { types } from './schema';

/** The cell that the caret is in. */
interface Place {
  readonly table: Node;
  /** The position before the table. */
  readonly at: number;
  readonly row: number;
  readonly column: number;
}

/** Where the caret stands in a table; null when it is in none. */
export function placeInTable({ selection: { $from, $to } }: EditorState): Place | null {
  for (let depth = Math.min($from.depth, $from.sharedDepth($to.pos)); depth > 1; depth--) {
    if ($from.node(depth).type === types.table) return { table: $from.node(depth), at: $from.before(depth), row: $from.index(depth), column: $from.index(depth + 1) };
  }
  return null;
}

/** The first row is the head and stays the head: above it there is no other. */
export const addRowAbove: Command = (state, dispatch) => {
  const place = placeInTable(state);
  if (place === null || place.row === 0) return false;
  dispatch?.(withRow(state.tr, place, place.row));
  return true;
};

export const addRowBelow: Command = (state, dispatch) => {
  const place = placeInTable(state);
  if (place === null) return false;
  dispatch?.(withRow(state.tr, place, place.row + 1));
  return true;
};

export const deleteRow: Command = (state, dispatch) => {
  const place = placeInTable(state);
  if (place === null || place.row === 0) return false;
  const start = startOf(place, place.row);
  const tr = state.tr.delete(start, start + place.table.child(place.row).nodeSize);
  dispatch?.(into(tr, place.at, Math.min(place.row, place.table.childCount - 2), place.column));
  return true;
};

export const addColumnBefore: Command = (state, dispatch) => addColumn(state, dispatch, 0);

export const addColumnAfter: Command = (state, dispatch) => addColumn(state, dispatch, 1);

export const deleteColumn: Command = (state, dispatch) => {
  const place = placeInTable(state);
  // The last cell of a row is its only one: without it there is no row.
  if (place === null || rowsOf(place).some((row) => row.childCount <= 1 && row.childCount > place.column)) return false;
  const { tr } = state;
  for (let i = place.table.childCount - 1; i >= 0; i--) {
    const row = place.table.child(i);
    if (row.childCount <= place.column) continue;
    const start = cellOf(row, startOf(place, i), place.column);
    tr.delete(start, start + row.child(place.column).nodeSize);
  }
  dispatch?.(into(tr, place.at, place.row, place.column));
  return true;
};

export const deleteTable: Command = (state, dispatch) => {
  const place = placeInTable(state);
  if (place === null) return false;
  const $at = state.doc.resolve(place.at);
  const [from, to] = [place.at, place.at + place.table.nodeSize];
  const { tr } = state;
  // A text needs at least one paragraph.
  if ($at.parent.childCount === 1) tr.replaceWith(from, to, types.paragraph.create());
  else tr.delete(from, to);
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from + 1, tr.doc.content.size)))).scrollIntoView());
  return true;
};

function addColumn(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined, after: 0 | 1): boolean {
  const place = placeInTable(state);
  if (place === null) return false;
  const { tr } = state;
  const column = place.column + after;
  for (let i = place.table.childCount - 1; i >= 0; i--) {
    const row = place.table.child(i);
    tr.insert(cellOf(row, startOf(place, i), column), (i === 0 ? types.headCell : types.cell).create());
  }
  dispatch?.(into(tr, place.at, place.row, column));
  return true;
}

function withRow(tr: Transaction, place: Place, row: number): Transaction {
  const width = Math.max(...rowsOf(place).map((one) => one.childCount));
  tr.insert(startOf(place, row), types.row.create(null, Array.from({ length: width }, () => types.cell.create())));
  return into(tr, place.at, row, place.column);
}

/** Puts the caret into a cell of the table as it is now, or into the nearest one. */
function into(tr: Transaction, at: number, row: number, column: number): Transaction {
  const table = tr.doc.nodeAt(at)!;
  const place = { table, at, row: Math.min(row, table.childCount - 1), column };
  const line = table.child(place.row);
  const start = cellOf(line, startOf(place, place.row), Math.min(column, line.childCount - 1));
  return tr.setSelection(TextSelection.create(tr.doc, start + 1)).scrollIntoView();
}

/** The position before a row; of the one past the last, the end of the table. */
function startOf({ table, at }: Pick<Place, 'table' | 'at'>, row: number): number {
  let pos = at + 1;
  for (let i = 0; i < row; i++) pos += table.child(i).nodeSize;
  return pos;
}

/** The position before a cell; of one that the row does not have, the end of the row. */
function cellOf(row: Node, start: number, column: number): number {
  let pos = start + 1;
  for (let i = 0; i < Math.min(column, row.childCount); i++) pos += row.child(i).nodeSize;
  return pos;
}

function rowsOf({ table }: Place): Node[] {
  const rows: Node[] = [];
  table.forEach((row) => rows.push(row));
  return rows;
}
