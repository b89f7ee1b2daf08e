import { announce } from '../announce';
import { h } from '../dom';
import type { Server } from '../server';
import type { EditorData } from '../story';
import { askSure } from './ask';
import type { Clock } from './clock';
import type { Kept, KeptCopies } from './kept';
import type { Saving } from './saving';
import { openTabs } from './tabs';

/** Copies of stories that the site has never had, of this account and no open window. */
export async function neverSaved(copies: KeptCopies, by: string): Promise<readonly (Kept & { readonly content: NonNullable<Kept['content']> })[]> {
  const open = await openTabs();
  return (await copies.all()).filter((copy): copy is Kept & { readonly content: NonNullable<Kept['content']> } =>
    copy.by === by && copy.base === null && copy.content !== null && !open.has(copy.tab));
}

/** How a journalist recognises a story. */
export function nameOf({ headline, blocks }: NonNullable<Kept['content']>): string {
  if (headline.trim() !== '') return `“${headline.trim()}”`;
  const first = blocks.flatMap((block) => block['text'] ?? block['words'] ?? []).find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof first === 'string' ? `A story without a headline that begins “${first.trim().slice(0, 60)}${first.trim().length > 60 ? '…' : ''}”` : 'A story without a headline';
}

/** On the page for a new story: what was begun on this device and never reached the site. */
export async function offerNewStories(host: HTMLElement, saving: Saving, copies: KeptCopies, data: EditorData, clock: Clock, server: Server): Promise<void> {
  for (const copy of await neverSaved(copies, data.me.name)) {
    if (copy.article === data.article.id) continue; // offered as this story's own
    const name = nameOf(copy.content);
    const bar = h('section', { class: 'notice warn kept-offer', 'aria-label': 'Kept on this device' },
      h('p', {}, `You wrote this on this device at ${clock.moment(copy.at)} and it never reached the site: ${name}`),
      h('div', { class: 'actions' },
        h('button', { type: 'button', class: 'button primary small', onclick: () => void use(copy, bar, name) }, 'Use it here'),
        h('button', { type: 'button', class: 'button small danger', onclick: () => void discard(copy, bar, name) }, 'Discard')));
    host.append(bar);
  }

  async function discard(copy: Kept, bar: HTMLElement, name: string): Promise<void> {
    if (!(await askSure('Discard what is kept?', `${name} is removed from this device. It cannot be brought back.`, 'Discard', 'Keep it'))) return;
    bar.remove();
    await copies.forget(copy.article, copy.tab);
  }

  async function use(copy: Kept, bar: HTMLElement, name: string): Promise<void> {
    // Its save may have arrived although the answer did not: then it is opened rather than made twice.
    const draft = await server.get(`articles/${copy.article}/draft`);
    if (draft.ok) {
      location.assign(`/newsroom/articles/${copy.article}`);
      return;
    }
    if (draft.status !== 404) {
      announce('The newsroom does not answer. It stays on this device; try again in a moment.');
      return;
    }
    if (!(await saving.adopt(copy))) return;
    bar.remove();
    announce(`${name} is in the editor now.`);
  }
}
