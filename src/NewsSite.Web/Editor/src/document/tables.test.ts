import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { catalogueOf, fromBlocks, toBlocks } from './blocks';
import { addColumnAfter, addColumnBefore, addRowAbove, addRowBelow, deleteColumn, deleteRow, deleteTable, placeInTable } from './tables';

const text = 'Before.\n\n| Year | Homes |\n| --- | --- |\n| 2021 | 40 |\n| 2022 | 55 |\n\nAfter.';
let state: EditorState;

/** Puts the caret before these words. */
function at(words: string, markdown = text): void {
  state = EditorState.create({ doc: fromBlocks([{ type: 'prose', id: 'a', v: 1, text: markdown }], catalogueOf([])) });
  let pos = -1;
  state.doc.descendants((node, start) => {
    if (node.isText && pos < 0 && node.text!.includes(words)) pos = start + node.text!.indexOf(words);
  });
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)));
}

function run(command: Command): boolean {
  return command(state, (tr) => {
    state = state.apply(tr);
  });
}

const table = (): string[] => String(toBlocks(state.doc)[0]?.['text']).split('\n').filter((line) => line.startsWith('|'));
const caret = (): [number, number] => {
  const place = placeInTable(state)!;
  return [place.row, place.column];
};

describe('A table', () => {
  it('gets a row above and below, with the caret in it', () => {
    at('2022');
    expect(run(addRowAbove)).toBe(true);
    expect([table(), caret()]).toEqual([['| Year | Homes |', '| --- | --- |', '| 2021 | 40 |', '|  |  |', '| 2022 | 55 |'], [2, 0]]);

    at('55');
    run(addRowBelow);
    expect([table().at(-1), caret()]).toEqual(['|  |  |', [3, 1]]);
  });

  it('keeps its head: a row goes below it and it is not deleted', () => {
    at('Homes');
    expect([run(addRowAbove), run(deleteRow)]).toEqual([false, false]);

    run(addRowBelow);

    expect(table().slice(0, 4)).toEqual(['| Year | Homes |', '| --- | --- |', '|  |  |', '| 2021 | 40 |']);
  });

  it('loses rows down to its head', () => {
    at('40');
    run(deleteRow);
    expect([table(), caret()]).toEqual([['| Year | Homes |', '| --- | --- |', '| 2022 | 55 |'], [1, 1]]);

    run(deleteRow);
    expect([table(), caret()]).toEqual([['| Year | Homes |', '| --- | --- |'], [0, 1]]);
  });

  it('gets columns, whose first cell is a head', () => {
    at('40');
    run(addColumnBefore);
    expect([table(), caret()]).toEqual([['| Year |  | Homes |', '| --- | --- | --- |', '| 2021 |  | 40 |', '| 2022 |  | 55 |'], [1, 1]]);

    at('40');
    run(addColumnAfter);
    expect([table()[0], caret()]).toEqual(['| Year | Homes |  |', [1, 2]]);
    state.doc.check();
    const { table: node } = placeInTable(state)!;
    expect([node.child(0).lastChild!.type.name, node.child(1).lastChild!.type.name]).toEqual(['table_header', 'table_cell']);
  });

  it('loses columns but never the last', () => {
    at('2021');
    run(deleteColumn);
    expect([table(), caret()]).toEqual([['| Homes |', '| --- |', '| 40 |', '| 55 |'], [1, 0]]);
    expect(run(deleteColumn)).toBe(false);
  });

  it('goes as a whole, and leaves a paragraph where it was all there was', () => {
    at('2021');
    run(deleteTable);
    expect(toBlocks(state.doc)[0]!['text']).toBe('Before.\n\nAfter.');

    at('one', '| one |\n| --- |');
    run(deleteTable);
    state.doc.check();
    expect(state.doc.textContent).toBe('');
    expect(state.selection.$from.parent.type.name).toBe('paragraph');
  });

  it('is needed for all of it', () => {
    at('After');
    expect([addRowAbove, addRowBelow, deleteRow, addColumnBefore, addColumnAfter, deleteColumn, deleteTable].map(run)).toEqual(Array(7).fill(false));
  });
});
