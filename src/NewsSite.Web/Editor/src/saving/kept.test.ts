import { describe, expect, it } from 'vitest';
import { KeptCopies, type Kept } from './kept';
import { nameOf } from './new-stories';
import { clockOf } from './clock';
import { faultOf } from './faults';

const copy: Kept = { article: 'x', tab: 't', by: 'Bruce Gardner', base: null, content: null, conflicts: [], at: 0 };

describe('Copies on this device', () => {
  it('say that they are not kept where the browser refuses, and never throw', async () => {
    const blocked = new KeptCopies(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    const missing = new KeptCopies(() => undefined as unknown as IDBFactory);

    for (const copies of [blocked, missing]) {
      expect(await copies.keep(copy)).toBe(false);
      expect(await copies.all()).toEqual([]);
      expect(await copies.forget('x', 't')).toBe(false);
    }
  });

  it('are named as a journalist knows them', () => {
    const content = { kind: 'news', headline: ' ', standfirst: null, socialHeadline: null, socialDescription: null, bylines: [], topics: [], sources: [], leadImage: null, comments: 'site', blocks: [{ type: 'statement', id: 'a', v: 1, words: ['It is a proud day.'] }] } as const;

    expect(nameOf({ ...content, headline: 'Storm takes the pier' })).toBe('“Storm takes the pier”');
    expect(nameOf(content)).toBe('A story without a headline that begins “It is a proud day.”');
    expect(nameOf({ ...content, blocks: [] })).toBe('A story without a headline');
  });
});

describe('The clock', () => {
  it('speaks the site’s time, with the day when it is another', () => {
    const clock = clockOf('Europe/London');
    const now = Date.parse('2026-07-02T10:00:00Z');

    expect(clock.time('2026-07-02T09:05:00Z')).toBe('10:05');
    expect(clock.moment('2026-07-02T09:05:00Z', now)).toBe('10:05');
    expect(clock.moment('2026-07-01T22:30:00Z', now)).toBe('23:30 on 1 July');
  });
});

describe('What a failed save means', () => {
  const failure = (status: number, detail?: string, retryAfter: number | null = null) => ({ ok: false as const, status, problem: detail === undefined ? {} : { detail }, retryAfter, aborted: false });

  it('is offline only when the browser says so', () => {
    expect(faultOf(failure(0, 'The newsroom does not answer.'), false)).toEqual({ kind: 'offline' });
    expect(faultOf(failure(0, 'The newsroom does not answer.'), true)).toEqual({ kind: 'failed', words: 'the newsroom does not answer', wait: null });
  });

  it('tells signed out, stale, refused and busy apart', () => {
    expect(faultOf(failure(401), true).kind).toBe('signedOut');
    expect(faultOf(failure(400), true).kind).toBe('staleKey');
    expect(faultOf(failure(422, 'The headline is too long.'), true)).toEqual({ kind: 'refused', words: 'the headline is too long' });
    expect(faultOf(failure(503, 'The site is busy.', 4), true)).toEqual({ kind: 'failed', words: 'the site is busy', wait: 4000 });
    expect(faultOf(failure(500), true).kind).toBe('failed');
  });
});
