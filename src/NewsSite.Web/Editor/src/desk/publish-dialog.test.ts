import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Saving } from '../saving/saving';
import type { Server } from '../server';
import type { Issue } from '../story';
import { Publication } from './publication';
import { openPublish } from './publish-dialog';
import { StandingStore } from './standing';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const issue = (severity: Issue['severity'], message: string): Issue => ({ severity, message, block: 'a', field: null, passage: null, rule: null });

describe('Publication', () => {
  let issues: Issue[];
  let isSaved: boolean;
  const put = vi.fn();
  const get = vi.fn();
  const pull = vi.fn();
  const standing = (): StandingStore => new StandingStore({ state: 'draft', slug: 'storm', live: null, address: null });

  function open(): StandingStore {
    const store = standing();
    const saving = { state: { revision: 'r7' }, conflicts: { list: [] }, saveNow: async () => isSaved, pull } as unknown as Saving;
    openPublish({ headline: () => 'Storm takes the pier', issues: () => issues, blockName: () => 'Text', show: () => undefined }, saving, new Publication('x', { put, get } as unknown as Server, saving, store));
    return store;
  }

  const dialog = (): HTMLElement => document.querySelector('dialog')!;
  const confirm = (): HTMLButtonElement => [...dialog().querySelectorAll('button')].find((button) => button.textContent === 'Publish now')!;

  beforeEach(() => {
    issues = [];
    isSaved = true;
    [put, get, pull].forEach((mock) => mock.mockReset());
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) { this.open = true; };
    HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) { this.open = false; this.dispatchEvent(new Event('close')); };
  });
  afterEach(() => document.body.replaceChildren());

  it('says what will happen, then does it with one press and says where it is', async () => {
    put.mockResolvedValue({ ok: true, status: 200, body: { state: 'live', address: '/news/storm' } });
    const store = open();
    await settle();
    expect(dialog().textContent).toContain('Storm takes the pier');
    expect(dialog().textContent).toContain('/news/storm');
    expect(dialog().textContent).toContain('First publication');

    confirm().click();
    await settle();

    expect(put).toHaveBeenCalledWith('articles/x/live', { revision: 'r7' });
    expect(dialog().textContent).toContain('It is live.');
    expect(store.now).toMatchObject({ state: 'live', live: 'r7', address: '/news/storm' });
  });

  it('is not offered while something stops it or the story is not saved', async () => {
    issues = [issue('stop', 'Add the words that were said.'), issue('warn', 'Add a role.')];
    open();
    await settle();
    confirm().click();
    await settle();
    expect(put).not.toHaveBeenCalled();
    expect(dialog().textContent).toContain('Stops publication');

    document.body.replaceChildren();
    isSaved = false;
    open();
    await settle();
    expect(confirm().getAttribute('aria-disabled')).toBe('true');
    expect(dialog().textContent).toContain('could not be saved');
  });

  it('shows what somebody saved meanwhile before it goes to readers', async () => {
    put.mockResolvedValue({ ok: false, status: 409, problem: { detail: 'Laura Sharman has saved this story since.' }, retryAfter: null, aborted: false });
    get.mockResolvedValue({ ok: true, status: 200, body: { revision: 'r8', savedBy: 'Laura Sharman' } });
    open();
    await settle();

    confirm().click();
    await settle();

    expect(pull).toHaveBeenCalledWith({ revision: 'r8', savedBy: 'Laura Sharman' }, 'Laura Sharman');
    expect(dialog().textContent).toContain('Laura Sharman has saved this story since.');
    expect(confirm().getAttribute('aria-disabled')).toBe('false');
  });
});
