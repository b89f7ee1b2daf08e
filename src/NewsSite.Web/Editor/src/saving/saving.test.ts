import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OpenConflicts } from '../conflicts/open-conflicts';
import { Server } from '../server';
import type { Block, Content, Draft } from '../story';
import type { Kept, KeptCopies } from './kept';
import { isUnsaved } from './machine';
import { Saving, type EditedStory } from './saving';

const text = (id: string, words: string): Block => ({ type: 'prose', id, v: 1, text: words });
const story = (...blocks: Block[]): Content => ({
  kind: 'news', headline: 'H', standfirst: null, socialHeadline: null, socialDescription: null, bylines: [], topics: [], sources: [], leadImage: null, comments: 'site', blocks,
});

class Page implements EditedStory {
  private listener: () => void = () => undefined;
  constructor(public now: Content) {}
  content = (): Content => this.now;
  replaceContent(content: Content): void {
    this.now = content;
    this.listener();
  }
  onChange(listener: () => void): () => void {
    this.listener = listener;
    return () => undefined;
  }
  type(content: Content): void {
    this.now = content;
    this.listener();
  }
}

class Device {
  readonly copies = new Map<string, Kept>();
  works = true;
  async keep(copy: Kept): Promise<boolean> {
    if (this.works) this.copies.set(copy.tab, copy);
    return this.works;
  }
  async forget(_: string, tab: string): Promise<boolean> {
    return this.copies.delete(tab);
  }
}

type Reply = { readonly status: number; readonly body: unknown } | 'none';

describe('Saving a story', () => {
  const base = story(text('a', 'One.'), text('b', 'Two.'));
  let asked: { readonly method: string; readonly path: string; readonly body: { readonly base: string | null; readonly content: Content; readonly tab: string }; readonly key: string | null }[];
  let replies: Reply[];
  let waiting: ((reply: Reply) => void)[];
  let page: Page;
  let device: Device;
  let saving: Saving;

  const ok = (revision: string, merged: Content | null = null, mergedOf: readonly string[] = []): Reply => ({ status: 200, body: { revision, savedAt: '2026-11-22T14:02:00Z', slug: 's', state: 'draft', live: null, merged, mergedOf, issues: [] } });
  const pause = (ms = 2000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    replies = [];
    waiting = [];
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      asked.push({ method: init.method!, path, body: init.body === null ? null : JSON.parse(init.body as string), key: new Headers(init.headers).get('X-Antiforgery') });
      const reply = replies.shift() ?? await new Promise<Reply>((resolve) => waiting.push(resolve));
      if (reply === 'none') throw new TypeError('Failed to fetch');
      return new Response(JSON.stringify(reply.body), { status: reply.status });
    });
    page = new Page(base);
    device = new Device();
    const draft: Draft = { id: 'x', slug: 's', revision: 'r0', content: base, savedAt: '2026-11-22T13:00:00Z', savedBy: 'Laura Sharman', state: 'draft', live: null, address: null, issues: [] };
    saving = new Saving(page, draft, 'Bruce Gardner', new Server('key'), device as unknown as KeptCopies, new OpenConflicts());
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('sends the base and the words, and forgets the copy on the device', async () => {
    replies.push(ok('r1'));
    page.type(story(text('a', 'One, longer.')));
    await pause(500);
    expect(device.copies.get(saving.tab)).toMatchObject({ article: 'x', base: 'r0', by: 'Bruce Gardner', content: page.now });

    await pause();

    expect(asked[0]).toMatchObject({ method: 'PUT', path: '/newsroom/api/articles/x/draft', body: { base: 'r0', content: page.now, tab: saving.tab } });
    expect(saving.state).toMatchObject({ revision: 'r1', fault: null });
    expect(device.copies.size).toBe(0);
    expect(saving.wouldLose).toBe(false);
  });

  it('takes in what was merged without touching what was typed meanwhile', async () => {
    const arrived = vi.fn();
    saving.arrived.on(arrived);
    page.type(story(text('a', 'Mine.'), text('b', 'Two.')));
    await pause();
    page.type(story(text('a', 'Mine, and more.'), text('b', 'Two.')));

    replies.push(ok('r2'));
    waiting[0]!(ok('r1', story(text('a', 'Mine.'), text('b', 'Theirs.')), ['Laura Sharman']));
    await pause();

    expect(page.now.blocks).toEqual([text('a', 'Mine, and more.'), text('b', 'Theirs.')]);
    expect(arrived).toHaveBeenCalledWith({ who: ['Laura Sharman'], before: story(text('a', 'Mine, and more.'), text('b', 'Two.')), after: page.now, pulled: false });
    expect(asked[1]!.body).toMatchObject({ base: 'r1', content: page.now });
    expect(saving.conflicts.list).toEqual([]);
  });

  it('makes a choice of it when somebody typed in the very block that was merged in', async () => {
    page.type(story(text('a', 'Mine.'), text('b', 'Two.')));
    await pause();
    page.type(story(text('a', 'Mine.'), text('b', 'Two, typed just now.')));

    replies.push(ok('r2'));
    waiting[0]!(ok('r1', story(text('a', 'Mine.'), text('b', 'Theirs.'))));
    await pause();

    expect(page.now.blocks[1]).toEqual(text('b', 'Theirs.'));
    expect(saving.conflicts.list).toMatchObject([{ kind: 'block', key: 'b', yours: text('b', 'Two, typed just now.'), theirs: text('b', 'Theirs.') }]);
    expect(device.copies.get(saving.tab)?.conflicts).toHaveLength(1);
  });

  it('applies theirs on a conflict, keeps ours beside it and on the device, and saves on the head', async () => {
    page.type(story(text('a', 'Mine.'), text('b', 'Two, mine.')));
    const merged = story(text('a', 'Theirs.'), text('b', 'Two, mine.'));
    replies.push({ status: 409, body: { head: { revision: 'r9', savedBy: 'Laura Sharman', savedAt: 't' }, merged, conflicts: [{ kind: 'block', key: 'a', base: text('a', 'One.'), yours: text('a', 'Mine.'), theirs: text('a', 'Theirs.') }] } }, ok('r10'));

    await pause();

    expect(page.now).toEqual(merged);
    expect(asked[1]!.body).toMatchObject({ base: 'r9', content: merged });
    expect(saving.conflicts.list[0]).toMatchObject({ who: 'Laura Sharman', yours: text('a', 'Mine.') });
    expect(device.copies.get(saving.tab)).toMatchObject({ content: null, conflicts: [{ yours: text('a', 'Mine.') }] });
    expect(isUnsaved(saving.state)).toBe(false);

    saving.conflicts.close(saving.conflicts.list[0]!);
    await pause(10);
    expect(device.copies.size).toBe(0);
  });

  it('goes on after a new sign-in with a fresh key', async () => {
    replies.push({ status: 401, body: {} });
    page.type(story(text('a', 'Mine.')));
    await pause();
    expect(saving.state.fault).toEqual({ kind: 'signedOut' });

    replies.push({ status: 200, body: { token: 'fresh' } }, ok('r1'));
    saving.tell({ type: 'asked' });
    await pause(10);

    expect(asked.map((one) => `${one.method} ${one.path}`).slice(1)).toEqual(['GET /newsroom/api/antiforgery', 'PUT /newsroom/api/articles/x/draft']);
    expect(asked[2]!.key).toBe('fresh');
    expect(isUnsaved(saving.state)).toBe(false);
  });

  it('tells whether everything was saved, and asks before words are lost', async () => {
    device.works = false;
    replies.push('none');
    page.type(story(text('a', 'Mine.')));

    const saved = saving.saveNow();
    await pause(10);
    expect(await saved).toBe(false);
    expect(saving.wouldLose).toBe(true);

    replies.push(ok('r1'));
    const again = saving.saveNow();
    await pause(10);
    expect(await again).toBe(true);
    expect(saving.wouldLose).toBe(false);
  });

  it('pulls a newer revision only while nothing is unsaved', () => {
    const newer: Draft = { id: 'x', slug: 's', revision: 'r5', content: story(text('a', 'Theirs.')), savedAt: 't', savedBy: 'Laura Sharman', state: 'draft', live: null, address: null, issues: [] };
    page.type(story(text('a', 'Mine.')));
    saving.pull(newer, 'Laura Sharman');
    expect(page.now).toEqual(story(text('a', 'Mine.')));

    const clean = new Page(base);
    const other = new Saving(clean, { ...newer, revision: 'r0', content: base }, 'Bruce Gardner', new Server('key'), device as unknown as KeptCopies, new OpenConflicts());
    other.pull(newer, 'Laura Sharman');
    expect(clean.now).toEqual(newer.content);
    expect(other.state).toMatchObject({ revision: 'r5', typed: 0 });
  });

  it('takes up a kept copy on its own base and window, so that it is merged like any save', async () => {
    replies.push(ok('r1'));
    const copy: Kept = { article: 'x', tab: 'old', by: 'Bruce Gardner', base: 'r-old', content: story(text('a', 'Kept.')), conflicts: [], at: 1 };
    device.copies.set('old', copy);

    expect(await saving.resume(copy)).toBe(true);
    await pause(100);

    expect(asked[0]!.body).toMatchObject({ base: 'r-old', tab: 'old', content: copy.content });
    expect(device.copies.size).toBe(0);
  });
});
