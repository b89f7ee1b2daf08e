import { history, redo, undo } from 'prosemirror-history';
import { EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Block, BlockTypeEntry } from '../story';
import { catalogueOf, fromBlocks, newBlock, toBlocks } from './blocks';
import { blockIds } from './ids';
import { insertHere, roomBelow, withRoomBelow } from './insert';
import { documentKeys } from './keys';
import { moveUnit, unitsOf } from './move';
import { placeOfPassage } from './passages';
import { replaceBlocks } from './replace';
import { blockAttrs, types } from './schema';
import { writtenBelow } from './write-below';

const entry = (type: string): BlockTypeEntry => ({ type, name: type, category: '', icon: '', help: '', version: 1, fields: [] });
const catalogue = catalogueOf([entry('prose'), entry('statement'), entry('quote')]);
const prose = (id: string, text: string): Block => ({ type: 'prose', id, v: 1, text });
const statement = (id: string, words: string): Block => ({ type: 'statement', id, v: 1, name: 'Cllr Revans', words: [words] });
const unknown = { type: 'poll', id: 'x', v: 3, b: { z: 1, a: [null, 1.5e3] }, a: 'Ŵ' } as unknown as Block;

let state: EditorState;
const start = (...blocks: Block[]): void => {
  state = EditorState.create({ doc: withRoomBelow(fromBlocks(blocks, catalogue)), plugins: [history(), blockIds(), roomBelow()] });
};
const apply = (tr: Transaction): void => {
  state = state.apply(tr);
};
const told = (): string => toBlocks(state.doc).map((block) => (block.type === 'prose' ? `${block.id}:${String(block['text']).replaceAll('\n\n', '|')}` : block.id)).join(' ');
const positionOf = (id: string): number => {
  let at = -1;
  state.doc.forEach((node, pos) => {
    if (node.attrs['id'] === id) at = pos;
  });
  return at;
};
const type = (pos: number, text: string): void => apply(state.tr.insertText(text, pos));
const move = (from: number, gap: number): void => apply(moveUnit(state, unitsOf(state.doc), from, gap));

describe('Blocks', () => {
  beforeEach(() => start(prose('a', '__One__\nand more\n\n* x'), statement('s', '“Yes.”'), unknown));

  it('come back as they came, unknown ones and odd Markdown too', () => {
    expect(JSON.stringify(toBlocks(state.doc))).toBe(JSON.stringify([prose('a', '__One__\nand more\n\n* x'), statement('s', '“Yes.”'), unknown]));
  });

  it('are the very same values while nothing in them was edited', () => {
    const before = toBlocks(state.doc);
    type(3, 'Z');
    const after = toBlocks(state.doc);
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(after[2]).toBe(before[2]);
  });

  it('are written in the canonical way once edited, and as they were after an undo', () => {
    type(3, 'Z');
    expect(toBlocks(state.doc)[0]).toEqual(prose('a', '**OZne** and more\n\n- x'));
    undo(state, apply);
    expect(toBlocks(state.doc)[0]).toEqual(prose('a', '__One__\nand more\n\n* x'));
  });

  it('of an empty story are none', () => {
    start();
    expect(toBlocks(state.doc)).toEqual([]);
  });

  it('that are empty texts are kept only where they were loaded', () => {
    start(prose('a', ''), statement('s', '“Yes.”'));
    expect(told()).toBe('a: s');
  });
});

describe('Ids', () => {
  it('stay with the first half when a block goes into a text', () => {
    start(prose('a', 'one\n\ntwo'));
    apply(insertHere(state, [newBlock('statement', catalogue)], 6).tr);
    const [first, block, rest] = toBlocks(state.doc);
    expect(first).toEqual(prose('a', 'one'));
    expect(block!.id).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
    expect(rest!['text']).toBe('two');
    expect(new Set([first!.id, block!.id, rest!.id]).size).toBe(3);
  });

  it('are new in a pasted copy, and the original keeps its own', () => {
    start(prose('a', 'one'), statement('s', '“Yes.”'), prose('b', 'two'));
    apply(state.tr.insert(0, state.doc.nodeAt(positionOf('s'))!));
    const blocks = toBlocks(state.doc);
    expect(blocks[0]!.id).not.toBe('s');
    expect(blocks.map((block) => block.id).slice(1)).toEqual(['a', 's', 'b']);
  });

  it('are kept when a block moves', () => {
    start(prose('a', 'one\n\ntwo'), statement('s', '“Yes.”'), prose('b', 'three'));
    move(2, 1);
    expect(told()).toBe('a:one s b:two|three');
    move(1, 3);
    expect(told()).toBe('a:one|two s b:three');
  });
});

describe('Moving', () => {
  it('takes a block over several paragraphs into a text', () => {
    start(statement('s', '“Yes.”'), prose('a', 'one\n\ntwo\n\nthree'));
    move(0, 3);
    expect(told()).toMatch(/^a:one\|two s b\w+:three$/);
  });

  it('swaps paragraphs, and takes one past a block', () => {
    start(prose('a', 'one\n\ntwo'), statement('s', '“Yes.”'), prose('b', 'three'));
    move(0, 2);
    expect(told()).toBe('a:two|one s b:three');
    move(1, 3);
    expect(told()).toBe('a:two s b:one|three');
  });

  it('keeps the id of a text that changes places with a block', () => {
    start(prose('a', '__one__'), statement('s', '“Yes.”'), statement('t', '“No.”'));
    move(1, 0);
    expect(told()).toBe('s a:__one__ t');
    move(1, 3);
    expect(told()).toBe('s t a:__one__');
  });

  it('is one step of the history', () => {
    start(prose('a', 'one\n\ntwo'), statement('s', '“Yes.”'), prose('b', 'three'));
    move(2, 0);
    expect(told()).toBe('s a:one|two|three');
    undo(state, apply);
    expect(told()).toBe('a:one|two s b:three');
  });
});

describe('Edits of a field', () => {
  it('are undone with everything else, in their order', () => {
    start(prose('a', 'one'), statement('s', '“Yes.”'));
    type(2, 'Z');
    const at = positionOf('s');
    const { tr } = state;
    tr.setNodeMarkup(at, null, { ...blockAttrs(state.doc.nodeAt(at)!), fields: { words: ['“No.”'] } });
    apply(tr.setSelection(NodeSelection.create(tr.doc, at)));
    expect(toBlocks(state.doc)[1]!['words']).toEqual(['“No.”']);
    undo(state, apply);
    expect(toBlocks(state.doc)[1]!['words']).toEqual(['“Yes.”']);
    expect(told()).toContain('Zone');
    undo(state, apply);
    expect(told()).toContain('a:one');
    redo(state, apply);
    expect(told()).toContain('Zone');
  });
});

describe('A selected block', () => {
  it('is deleted as a step of its own, even a moment after an edit and a move', () => {
    start(statement('r', '“Well.”'), statement('s', '“Yes.”'));
    const keys = documentKeys(() => undefined);
    const press = (key: string): boolean => keys[key]!(state, apply);
    const at = positionOf('s');
    const { tr } = state;
    tr.setNodeMarkup(at, null, { ...blockAttrs(state.doc.nodeAt(at)!), fields: { words: ['“No.”'] } });
    apply(tr.setSelection(NodeSelection.create(tr.doc, at)));
    press('Alt-Shift-ArrowUp');
    press('Delete');
    expect(told()).toBe('r');

    undo(state, apply);
    expect(told()).toBe('s r');
    expect(toBlocks(state.doc)[0]!['words']).toEqual(['“No.”']);
    undo(state, apply);
    expect(told()).toBe('r s');
    expect(toBlocks(state.doc)[1]!['words']).toEqual(['“No.”']);
  });
});

describe('What is typed while a block is selected', () => {
  it('stands below it, in the paragraph that waits there or in one of its own, and takes nothing away', () => {
    for (const [after, expected] of [[prose('b', 'Two.'), ['“Yes.”', 'X\n\nTwo.']], [statement('t', '“No.”'), ['“Yes.”', 'X', '“No.”']], [prose('b', ''), ['“Yes.”', 'X']]] as const) {
      start(statement('s', '“Yes.”'), after);
      apply(state.tr.setSelection(NodeSelection.create(state.doc, positionOf('s'))));
      apply(writtenBelow(state, 'X')!);
      expect(toBlocks(state.doc).map((block) => block['text'] ?? (block['words'] as string[])[0])).toEqual(expected);
      expect(state.selection.$from.parent.textContent).toBe('X');
      expect(state.selection.$from.parentOffset).toBe(1);
    }
  });
});

describe('Somebody else’s changes', () => {
  const theirs = [prose('a', 'one\n\nTWO'), prose('n', 'new'), statement('s', '“Maybe.”')];

  it('replace only what differs; caret and undo stay', () => {
    start(prose('a', 'one\n\ntwo'), statement('s', '“Yes.”'));
    type(4, '!');
    apply(state.tr.setSelection(TextSelection.create(state.doc, 4)));
    apply(replaceBlocks(state, [prose('a', 'on!e\n\nTWO'), prose('n', 'new'), statement('s', '“Maybe.”')], catalogue, null));
    expect(told()).toBe('a:on!e|TWO n:new s');
    expect(toBlocks(state.doc)[2]).toEqual(statement('s', '“Maybe.”'));
    expect(state.selection.from).toBe(4);
    undo(state, apply);
    expect(told()).toBe('a:one|TWO n:new s');
  });

  it('leave what the writer has changed since it was sent', () => {
    start(prose('a', 'one\n\ntwo'), statement('s', '“Yes.”'));
    const sent = toBlocks(state.doc);
    type(2, 'Z');
    apply(replaceBlocks(state, theirs, catalogue, sent));
    expect(told()).toBe('a:Zone|two n:new s');
    expect(toBlocks(state.doc)[2]!['words']).toEqual(['“Maybe.”']);
  });

  it('do not bring back what the writer has deleted since, and drop what they deleted', () => {
    start(prose('a', 'one'), statement('s', '“Yes.”'), prose('b', 'two'), statement('t', '“No.”'));
    const sent = toBlocks(state.doc);
    apply(state.tr.delete(positionOf('s'), positionOf('s') + 1));
    apply(replaceBlocks(state, [prose('a', 'one'), statement('s', '“Yes.”'), prose('b', 'two')], catalogue, sent));
    expect(told()).toBe('a:one b:two');
  });

  it('are no change when only the order of fields or empty fields differ', () => {
    start(statement('s', '“Yes.”'));
    const same = { words: ['“Yes.”'], v: 1, role: null, scale: [], name: 'Cllr Revans', id: 's', type: 'statement' } as unknown as Block;
    expect(replaceBlocks(state, [same], catalogue, null).docChanged).toBe(false);
  });
});

describe('Passages', () => {
  it('are found by their words and occurrence', () => {
    start(prose('a', 'the **coun**cil\n\nthe council'));
    const node = state.doc.firstChild!;
    expect(node.type).toBe(types.prose);
    for (const index of [0, 1]) {
      const range = placeOfPassage(node, 0, { text: 'council', index })!;
      expect(state.doc.textBetween(range.from, range.to)).toBe('council');
    }
    expect(placeOfPassage(node, 0, { text: 'mayor', index: 0 })).toBeNull();
  });
});
