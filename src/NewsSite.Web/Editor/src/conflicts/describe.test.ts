import { describe, expect, it } from 'vitest';
import type { BlockTypeEntry, FieldEntry } from '../story';
import { blockLabel, blockParts, fieldParts, type Names } from './describe';

const field = (name: string, label: string, fields: FieldEntry[] = []): FieldEntry =>
  ({ name, label, control: 'line', required: false, softLimit: null, hardLimit: null, help: null, choices: [], fields });
const entry = (type: string, name: string, fields: FieldEntry[]): BlockTypeEntry => ({ type, name, category: '', icon: '', help: '', version: 1, fields });
const names: Names = {
  blocks: [entry('statement', 'Statement', [field('words', 'Words'), field('speaker', 'Speaker')]), entry('improvements', 'Areas for improvement', [field('items', 'Areas', [field('text', 'Area')])])],
  authors: [{ slug: 'laura-sharman', name: 'Laura Sharman' }],
  topics: [],
};

describe('Blocks and fields in a journalist’s words', () => {
  it('labels what differs and leaves out the rest', () => {
    const left = { type: 'statement', id: 'x', v: 1, words: 'a', speaker: 'S' };

    expect(blockLabel(left, names)).toBe('Statement');
    expect(blockParts(left, { ...left, words: 'b', roleThen: 'Leader' }, names)).toEqual([{ label: 'Words', left: 'a', right: 'b' }, { label: 'Role then', left: '', right: 'Leader' }]);
  });

  it('shows all of a block that one side does not have', () => {
    expect(blockParts(null, { type: 'prose', id: 'x', v: 1, text: 'Words.' }, names)).toEqual([{ label: '', left: null, right: 'Words.' }]);
  });

  it('names authors, pictures and items', () => {
    expect(fieldParts('bylines', [], ['laura-sharman'], names)).toEqual([{ label: 'Byline', left: '', right: 'Laura Sharman' }]);
    expect(fieldParts('leadImage', null, { media: 'pier.jpg', purpose: 'described', alt: 'A pier', caption: null, credit: null }, names).map((p) => p.label)).toEqual(['Picture', 'Purpose', 'Description']);
    expect(blockParts({ type: 'statement', words: ['One.', 'Two.'] }, null, { ...names, blocks: [entry('statement', 'Statement', [{ ...field('words', 'Words'), control: 'paragraphs' }])] })[0]?.left).toBe('One.\n\nTwo.');
    expect(blockParts({ type: 'improvements', id: 'i', v: 1, items: [{ text: 'One' }] }, null, names)[0]).toEqual({ label: 'Areas', left: 'Area: One', right: null });
  });
});
