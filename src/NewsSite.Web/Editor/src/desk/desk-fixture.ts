import { vi } from 'vitest';
import { clockOf } from '../saving/clock';
import type { Saving } from '../saving/saving';
import { savingStart, type SavingState } from '../saving/machine';
import { Signal } from '../saving/signal';
import type { Server } from '../server';
import type { EditorData, Issue } from '../story';
import { Acts } from './acts';
import type { Desk } from './desk';
import { StandingStore, standingOf, type Standing } from './standing';

export const settle = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
export const issue = (severity: Issue['severity'], message: string): Issue => ({ severity, message, block: 'a', field: null, passage: null, rule: null });
export const standing = (now: Partial<Standing> = {}): Standing => ({ ...standingOf({ state: 'draft', slug: 'storm', live: null, address: null }), ...now });
export const failure = (status: number, problem: object): object => ({ ok: false, status, problem, retryAfter: null, aborted: false });
export const done = (now: Partial<Standing>): object => ({ ok: true, status: 200, body: standing(now) });

const rights: Readonly<Record<string, readonly string[]>> = {
  journalist: ['writeStories', 'makePreviewLinks'],
  editor: ['writeStories', 'makePreviewLinks', 'approveStories', 'publishStories', 'correctStories'],
  administrator: ['writeStories', 'makePreviewLinks', 'approveStories', 'publishStories', 'correctStories', 'forcePublication'],
  moderator: [],
};

export const mayAs = (role: string) => (permission: string): boolean => rights[role]!.includes(permission);

/** A desk without a program behind it: what the server answers is set, and what was asked is kept. */
export class TestDesk {
  issues: Issue[] = [];
  isSaved = true;
  state: SavingState = { ...savingStart('r7', '2026-11-22T14:02:00Z') };
  readonly asked = { get: vi.fn(), post: vi.fn(), put: vi.fn(), delete: vi.fn() };
  readonly pull = vi.fn();
  readonly news = new Signal<never>();
  readonly store: StandingStore;
  readonly desk: Desk;

  constructor(role: string, now: Partial<Standing> = {}) {
    this.store = new StandingStore(standing(now));
    const self = this;
    this.asked.get.mockImplementation(async (path: string) => path.endsWith('/effects')
      ? { ok: true, status: 200, body: { pages: [{ path: '/news/storm', words: 'The story' }, { path: '/', words: 'Front page' }], feeds: ['/feed.xml'], sitemaps: ['/sitemap.xml'], mails: ['The bulletin of 5 May carries it, to 120 readers.'] } }
      : path.endsWith('/standing') ? { ok: true, status: 200, body: this.store.now }
        : path.startsWith('times') ? { ok: true, status: 200, body: { at: '2026-11-24 06:00', occurrence: null, instant: '2026-11-24T06:00:00Z', spoken: 'Tuesday 24 November 2026, 6:00 am', away: 'in 2 days', isPast: false, change: null } }
          : { ok: true, status: 200, body: { revision: 'r8', savedBy: 'Laura Sharman' } });
    const saving = {
      get state() { return self.state; }, conflicts: { list: [] }, pull: this.pull, news: this.news,
      saveNow: async () => {
        if (this.isSaved) this.state = { ...this.state, saved: this.state.typed };
        return this.isSaved;
      },
    } as unknown as Saving;
    const server = this.asked as unknown as Server;
    this.desk = {
      saving, server, acts: new Acts('x', server, saving, this.store), clock: clockOf('Europe/London'), may: mayAs(role),
      data: { article: { id: 'x' }, me: { name: 'Ada Quill', initials: 'AQ' }, site: { name: 'S', zone: 'Europe/London', today: '2026-11-22' } } as unknown as EditorData,
      story: { headline: () => 'Storm takes the pier', issues: () => this.issues, blockName: () => 'Text', show: () => undefined },
    };
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) { this.open = true; };
    HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) { this.open = false; this.dispatchEvent(new Event('close')); };
  }

  get dialog(): HTMLElement {
    return document.querySelector('dialog')!;
  }

  get words(): string {
    return this.dialog.textContent;
  }

  button(name: string): HTMLButtonElement {
    const found = [...this.dialog.querySelectorAll('button')].find((button) => button.textContent === name);
    if (!found) throw new Error(`No button “${name}” in: ${this.words}`);
    return found;
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await settle();
  }

  choose(name: string): void {
    const label = [...this.dialog.querySelectorAll('label')].find((one) => one.textContent.startsWith(name))!;
    const radio = label.querySelector('input')!;
    radio.checked = true;
    radio.dispatchEvent(new Event('change'));
  }

  write(label: string, text: string): void {
    const id = [...this.dialog.querySelectorAll('label')].find((one) => one.textContent === label)!.htmlFor;
    const field = document.getElementById(id) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(new Event('blur')); // and on to the next field
  }
}
