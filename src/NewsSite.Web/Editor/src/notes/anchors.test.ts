import { describe, expect, it } from 'vitest';
import { EditorState } from 'prosemirror-state';
import { fromBlocks } from '../document/blocks';
import type { Block, BlockTypeEntry } from '../story';
import { anchorAt, anchorOfRange, mapPlace, placeOf, type Place } from './anchors';
import type { Anchor, Note } from './note';
import { findQuote, quoteOf } from './quotes';

const text = (id: string, words: string): Block => ({ type: 'prose', id, v: 1, text: words });
const statement: BlockTypeEntry = { type: 'statement', name: 'Statement', category: '', icon: '', help: '', version: 1, fields: [] };
const docOf = (...blocks: Block[]) => fromBlocks(blocks, new Map([['statement', statement]]));
const words = (doc: ReturnType<typeof docOf>, place: Place): string | null => (place.kind === 'passage' ? doc.textBetween(place.from, place.to, '\n') : null);
const about = (block: string, whole: string, exact: string): Anchor => ({ block, passage: quoteOf(whole, whole.indexOf(exact), whole.indexOf(exact) + exact.length) });

describe('A quote', () => {
  it('is found where its surroundings agree best', () => {
    const before = 'the council met. The council agreed. The council left.';
    const quote = quoteOf(before, before.indexOf('council agreed'), before.indexOf('council agreed') + 7);

    expect(findQuote(`A council sat down; ${before}`, quote)?.from).toBe(20 + before.indexOf('council agreed'));
  });

  it('is found by what stood around it when its own words were edited', () => {
    const quote = quoteOf('Inspectors found that services were good in most places.', 27, 35);

    const now = 'Inspectors found that services are very good in most places.';
    const found = findQuote(now, { ...quote, exact: 'were goo', prefix: 'found that services ', suffix: ' in most places.' });
    expect(found && now.slice(found.from, found.to)).toBe('are very good');
    expect(findQuote('Something else.', quote)).toBeNull();
  });
});

describe('The place of a note', () => {
  const first = 'The council agreed to the plan.';
  const doc = docOf(text('a', first), text('b', '**Bold** words and [a link](/x) here.'), { type: 'statement', id: 's', v: 1, words: ['One day.', 'A proud day.'] });

  it('is its passage, through marks and links', () => {
    expect(words(doc, placeOf(about('a', first, 'agreed to'), doc))).toBe('agreed to');
    expect(words(doc, placeOf(about('b', 'Bold words and a link here.', 'words and a link'), doc))).toBe('words and a link');
  });

  it('is the block for words in a form, and for a note without a passage', () => {
    expect(placeOf({ block: 's', passage: quoteOf('A proud day.', 2, 7) }, doc)).toEqual({ kind: 'block', block: 's' });
    expect(placeOf({ block: 'a', passage: null }, doc)).toEqual({ kind: 'block', block: 'a' });
    expect(placeOf({ block: null, passage: null }, doc)).toEqual({ kind: 'story' });
  });

  it('follows words that were moved to another block, and is gone when they are', () => {
    const moved = docOf(text('a', 'Nothing.'), text('c', `Before. ${first}`));

    expect(words(moved, placeOf(about('a', first, 'agreed to'), moved))).toBe('agreed to');
    expect(placeOf(about('a', first, 'agreed to'), docOf(text('a', 'Nothing.')))).toEqual({ kind: 'gone' });
    expect(placeOf({ block: 'a', passage: { exact: 'the', prefix: 'xx', suffix: 'yy' } }, docOf(text('b', 'On the pier.')))).toEqual({ kind: 'gone' });
  });

  it('is carried through edits, and told anew', () => {
    const anchor = about('a', first, 'agreed');
    const note = { id: 'n', ...anchor, text: '', by: { name: '', initials: '', me: true }, at: '', resolved: null, replies: [] } satisfies Note;
    const place = placeOf(anchor, doc);
    if (place.kind !== 'passage') throw new Error('not found');
    const state = EditorState.create({ doc });

    const tr = state.tr.insertText('fully ', place.from + 2).insertText('Yesterday. ', 2);
    const after = mapPlace(place, anchor, tr.mapping, tr.doc);
    expect(words(tr.doc, after)).toBe('agfully reed');
    expect(anchorAt(after, note, tr.doc)).toEqual({ block: 'a', passage: { exact: 'agfully reed', prefix: 'Yesterday. The council ', suffix: ' to the plan.' } });

    const cut = state.tr.delete(place.from, place.to);
    expect(mapPlace(place, anchor, cut.mapping, cut.doc).kind).not.toBe('block');
  });

  it('ends with the text that it begins in', () => {
    const anchor = anchorOfRange(doc, 14, doc.content.size - 1);

    expect(anchor?.block).toBe('a');
    expect(first.endsWith(anchor!.passage!.exact)).toBe(true);
    expect(anchorOfRange(doc, doc.content.size - 1, doc.content.size)).toBeNull();
  });
});
