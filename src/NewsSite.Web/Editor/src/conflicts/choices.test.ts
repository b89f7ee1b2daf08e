import { describe, expect, it } from 'vitest';
import type { Block, Content, Json } from '../story';
import { canKeepBoth, openConflicts, withChoice } from './choices';
import type { Conflict } from './merge';

const text = (id: string, words: string): Block => ({ type: 'prose', id, v: 1, text: words });
const story = (blocks: readonly Block[], more: Partial<Content> = {}): Content => ({
  kind: 'news', headline: 'H', standfirst: null, socialHeadline: null, socialDescription: null, bylines: [], topics: [], sources: [], leadImage: null, comments: 'site', blocks, ...more,
});
const block = (key: string, yours: Json, theirs: Json): Conflict => ({ kind: 'block', key, base: null, yours, theirs });
const open = (conflict: Conflict, mine: Content) => openConflicts([conflict], mine, 'Laura Sharman', '2026-11-22T14:02:00Z')[0]!;

describe('Choosing between two texts', () => {
  const mine = story([text('a', 'A'), text('b', 'mine'), text('c', 'C')]);
  const now = story([text('a', 'A'), text('b', 'theirs'), text('c', 'C')]);
  const conflict = open(block('b', text('b', 'older'), text('b', 'theirs')), mine);

  it('shows our latest words, not those of the save', () => {
    expect(conflict.yours).toEqual(text('b', 'mine'));
  });

  it('puts ours in its place, leaves theirs, or keeps ours after theirs under a new id', () => {
    expect(withChoice(now, conflict, 'mine').blocks[1]).toEqual(text('b', 'mine'));
    expect(withChoice(now, conflict, 'theirs')).toBe(now);

    const both = withChoice(now, conflict, 'both').blocks;
    expect(both.map((b) => b['text'])).toEqual(['A', 'theirs', 'mine', 'C']);
    expect(new Set(both.map((b) => b.id)).size).toBe(4);
  });

  it('brings a removed block back where it was', () => {
    const removed = open(block('b', null, null), mine);

    expect(withChoice(story([text('a', 'A'), text('c', 'C')]), removed, 'mine').blocks).toEqual(mine.blocks);
    expect(withChoice(story([text('c', 'C')]), removed, 'mine').blocks.map((b) => b.id)).toEqual(['b', 'c']);
    expect(canKeepBoth(removed)).toBe(false);
  });

  it('removes again what we had removed', () => {
    const removal = open(block('b', null, text('b', 'theirs')), story([text('a', 'A'), text('c', 'C')]));

    expect(withChoice(now, removal, 'mine').blocks.map((b) => b.id)).toEqual(['a', 'c']);
  });

  it('joins lists and replaces words of a field', () => {
    const topics = open({ kind: 'field', key: 'topics', base: [], yours: [], theirs: ['council'] }, story([], { topics: ['children'] }));
    expect(withChoice(story([], { topics: ['council'] }), topics, 'both').topics).toEqual(['council', 'children']);

    const headline = open({ kind: 'field', key: 'headline', base: '', yours: '', theirs: 'T' }, story([], { headline: 'M' }));
    expect(canKeepBoth(headline)).toBe(false);
    expect(withChoice(story([], { headline: 'T' }), headline, 'mine').headline).toBe('M');
  });

  it('restores our order around blocks that came since', () => {
    const order = open({ kind: 'order', key: 'blocks', base: [], yours: [], theirs: [] }, story([text('c', ''), text('a', ''), text('b', '')]));

    expect(withChoice(story([text('a', ''), text('n', ''), text('b', ''), text('c', '')]), order, 'mine').blocks.map((b) => b.id)).toEqual(['c', 'a', 'n', 'b']);
  });
});
