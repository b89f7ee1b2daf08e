import { describe, expect, it } from 'vitest';
import type { Block, BlockTypeEntry, Content } from '../story';
import { arrivalWords } from './arrival-words';

const text = (id: string, words: string): Block => ({ type: 'prose', id, v: 1, text: words });
const said = (id: string, words: string): Block => ({ type: 'statement', id, v: 1, words });
const story = (...blocks: Block[]): Content => ({ kind: 'news', headline: 'H', standfirst: null, socialHeadline: null, socialDescription: null, bylines: [], topics: [], sources: [], leadImage: null, comments: 'site', blocks });
const statement: BlockTypeEntry = { type: 'statement', name: 'Statement', category: '', icon: '', help: '', version: 1, fields: [] };
const names = { blocks: [statement], authors: [], topics: [] };
const words = (who: readonly string[], before: Content, after: Content): string | null => arrivalWords({ who, before, after, pulled: false }, names);

describe('What came in from others', () => {
  const before = story(text('a', 'One.'), said('b', 'x'), said('c', 'y'));

  it('names whose it is and the place', () => {
    expect(words(['Frances Lamb'], before, story(text('a', 'One.'), said('b', 'x'), said('c', 'z')))).toBe('Frances Lamb’s changes to the second statement are in.');
    expect(words(['James'], before, { ...before, headline: 'Other' })).toBe('James’s changes to the headline are in.');
    expect(words(['Ann', 'Ben'], before, { ...story(text('a', 'Two.'), said('b', 'x'), said('c', 'y')), leadImage: { media: 'a.jpg', purpose: null, alt: null, caption: null, credit: null } })).toBe('Changes by Ann and Ben to the picture above the text and the text are in.');
  });

  it('tells of what is new, gone or elsewhere', () => {
    expect(words(['Ann'], before, story(text('a', 'One.'), said('b', 'x'), said('c', 'y'), said('d', 'new')))).toBe('Ann’s changes to a new statement are in.');
    expect(words(['Ann'], before, story(text('a', 'One.'), said('c', 'y')))).toBe('Ann’s changes to a statement that is gone now are in.');
    expect(words(['Ann'], before, story(...before.blocks.slice(0, 2), text('e', 'New.')))).toBe('Ann’s changes to new text and a statement that is gone now are in.');
    expect(words(['Ann'], story(...before.blocks, text('e', 'E.')), story(...before.blocks, text('e', 'F.')))).toBe('Ann’s changes to the second part of the text are in.');
    expect(words(['Ann'], before, story(said('b', 'x'), text('a', 'One.'), said('c', 'y')))).toBe('Ann’s changes to the order of blocks are in.');
  });

  it('counts many places, says when it was oneself, and is silent when nothing looks different', () => {
    const many = story(...['p', 'q', 'r', 's'].map((id) => said(id, id)));
    expect(words(['Ann'], many, story(...['p', 'q', 'r', 's'].map((id) => said(id, `${id}!`))))).toBe('Ann’s changes to 4 places are in.');
    expect(words([], before, { ...before, headline: 'Other' })).toBe('Your changes from another window to the headline are in.');
    expect(words(['Ann'], before, before)).toBeNull();
  });
});
