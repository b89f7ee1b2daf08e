import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StandingStore, standingOf, type Standing } from '../desk/standing';
import type { Saving } from '../saving/saving';
import type { Server } from '../server';
import { StoryAddress } from './story-address';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const put = vi.fn();
const saveNow = vi.fn(() => Promise.resolve(true));
let standing: StandingStore;
let field: HTMLElement;

const input = (): HTMLInputElement => field.querySelector('input')!;
const button = (): HTMLButtonElement => field.querySelector('button')!;
const error = (): HTMLElement => field.querySelector<HTMLElement>('[role=alert]')!;

function start(now: Partial<Standing>): void {
  standing = new StandingStore({ ...standingOf({ state: 'draft', slug: 'storm', live: null, address: null }), ...now });
  field = new StoryAddress('x', { put } as unknown as Server, { saveNow } as unknown as Saving, standing).dom;
  document.body.append(field);
}

function type(words: string): void {
  input().value = words;
  input().dispatchEvent(new Event('input'));
}

describe('The address of a story', () => {
  beforeEach(() => put.mockReset());
  afterEach(() => document.body.replaceChildren());

  it('is not shown before the first save, and then follows each save', () => {
    start({ slug: '' });
    expect(field.hidden).toBe(true);

    standing.set({ slug: 'storm' });
    expect([field.hidden, input().value, button().hidden]).toEqual([false, 'storm', true]);

    standing.set({ slug: 'storm-takes-the-pier' });
    expect([input().value, button().hidden]).toEqual(['storm-takes-the-pier', true]);
  });

  it('is changed to what the writer chooses, also with /news/ before it', async () => {
    put.mockResolvedValue({ ok: true, status: 200, body: { slug: 'pier', address: null } });
    start({});
    type(' /news/pier ');
    expect(button().hidden).toBe(false);

    input().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settle();

    expect(saveNow).toHaveBeenCalled();
    expect(put).toHaveBeenCalledWith('articles/x/slug', { slug: 'pier' });
    expect(standing.now.slug).toBe('pier');
    expect([input().value, button().hidden]).toEqual(['pier', true]);
  });

  it('says beside the field why it cannot be, and keeps what was typed', async () => {
    put.mockResolvedValue({ ok: false, status: 422, problem: { detail: '/news/pier is the address of “The pier”. Choose another.' }, retryAfter: null, aborted: false });
    start({});
    type('pier');
    button().click();
    await settle();

    expect(error().textContent).toContain('is the address of “The pier”');
    expect([input().value, input().getAttribute('aria-invalid')]).toEqual(['pier', 'true']);
    type('pier-2');
    expect([error().hidden, input().hasAttribute('aria-invalid')]).toEqual([true, false]);
  });

  it('leaves what is being typed alone when a save tells another, and gives it back on Escape', () => {
    start({});
    type('my-own');

    standing.set({ slug: 'storm-two' });
    expect(input().value).toBe('my-own');

    input().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect([input().value, button().hidden]).toEqual(['storm-two', true]);
  });

  it('says what a change means for readers', () => {
    start({});
    expect(field.textContent).toContain('follows the headline');

    standing.set({ state: 'live', live: 'r1', address: 'https://example.org/news/storm' });
    expect(field.textContent).toContain('sends readers on to the new one at once');
  });
});
