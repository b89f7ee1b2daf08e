import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Block, Content } from '../story';
import { mergeContent, same, sameContent } from './merge';

const text = (id: string, words: string): Block => ({ type: 'prose', id, v: 1, text: words });

const story = (blocks: readonly Block[], headline = 'Storm takes the pier'): Content => ({
  kind: 'news', headline, standfirst: null, socialHeadline: null, socialDescription: null, bylines: [], topics: [], sources: [], leadImage: null, comments: 'site', blocks,
});

const ids = (content: Content): string[] => content.blocks.map((block) => block.id);

describe('Merging two people’s changes', () => {
  const base = story([text('a', 'One.'), text('b', 'Two.'), text('c', 'Three.')]);

  it('takes changes of different blocks and fields from both', () => {
    const mine = story([text('a', 'One, mine.'), text('b', 'Two.'), text('c', 'Three.')]);
    const theirs = story([text('a', 'One.'), text('b', 'Two, theirs.')], 'Storm spares the pier');

    const { content, conflicts } = mergeContent(base, mine, theirs);

    expect(conflicts).toEqual([]);
    expect(content).toEqual(story([text('a', 'One, mine.'), text('b', 'Two, theirs.')], 'Storm spares the pier'));
  });

  it('holds theirs and names all three where both changed the same', () => {
    const { content, conflicts } = mergeContent(base, story([text('a', 'Mine.'), ...base.blocks.slice(1)], 'M'), story([text('a', 'Theirs.'), ...base.blocks.slice(1)], 'T'));

    expect(content.headline).toBe('T');
    expect(content.blocks[0]).toEqual(text('a', 'Theirs.'));
    expect(conflicts).toEqual([
      { kind: 'field', key: 'headline', base: 'Storm takes the pier', yours: 'M', theirs: 'T' },
      { kind: 'block', key: 'a', base: text('a', 'One.'), yours: text('a', 'Mine.'), theirs: text('a', 'Theirs.') },
    ]);
  });

  it('says so when one removes what the other changes', () => {
    const gone = mergeContent(base, story([text('a', 'Mine.'), ...base.blocks.slice(1)]), story(base.blocks.slice(1)));
    expect(ids(gone.content)).toEqual(['b', 'c']);
    expect(gone.conflicts).toMatchObject([{ kind: 'block', key: 'a', theirs: null }]);

    const kept = mergeContent(base, story(base.blocks.slice(1)), story([text('a', 'Theirs.'), ...base.blocks.slice(1)]));
    expect(ids(kept.content)).toEqual(['a', 'b', 'c']);
    expect(kept.conflicts).toMatchObject([{ kind: 'block', key: 'a', yours: null }]);
  });

  it('puts new blocks of both where they were written, and follows whoever moved', () => {
    const mine = story([text('c', 'Three.'), text('a', 'One.'), text('m', 'New.'), text('b', 'Two.')]);
    const theirs = story([...base.blocks, text('t', 'End.')]);

    const { content, conflicts } = mergeContent(base, mine, theirs);

    expect(conflicts).toEqual([]);
    expect(ids(content)).toEqual(['c', 't', 'a', 'm', 'b']);
  });

  it('asks about the order when both moved', () => {
    const order = (s: string): Content => story([...s].map((id) => base.blocks.find((block) => block.id === id)!));

    const { content, conflicts } = mergeContent(base, order('bac'), order('acb'));

    expect(ids(content)).toEqual(['a', 'c', 'b']);
    expect(conflicts).toEqual([{ kind: 'order', key: 'blocks', base: ['a', 'b', 'c'], yours: ['b', 'a', 'c'], theirs: ['a', 'c', 'b'] }]);
  });

  const blocks = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), words: fc.constantFrom('x', 'y', 'z') }), { selector: (b) => b.id, maxLength: 5 });
  const content = fc.tuple(blocks, fc.constantFrom('h', 'i', 'j')).map(([list, headline]) => story(list.map((b) => text(b.id, b.words)), headline));

  it('changes nothing when only one side changed, and loses no changed block', () => {
    fc.assert(fc.property(content, content, content, (from, mine, theirs) => {
      expect(sameContent(mergeContent(from, from, theirs).content, theirs)).toBe(true);
      expect(sameContent(mergeContent(from, mine, from).content, mine)).toBe(true);
      expect(mergeContent(from, mine, mine).conflicts).toEqual([]);
      const merged = mergeContent(from, mine, theirs);
      expect(new Set(ids(merged.content)).size).toBe(merged.content.blocks.length);
      for (const block of mine.blocks) {
        const was = from.blocks.find((b) => b.id === block.id);
        const safe = same(block, was) || merged.content.blocks.some((b) => same(b, block)) || merged.conflicts.some((c) => c.kind === 'block' && same(c.yours, block));
        expect(safe).toBe(true);
      }
    }));
  });
});
