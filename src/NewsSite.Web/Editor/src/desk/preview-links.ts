import { announce } from '../announce';
import { h } from '../dom';
import { labelled, openDialog } from '../menus/dialog';
import type { Clock } from '../saving/clock';
import type { Saving } from '../saving/saving';
import { wordsOf, type Server } from '../server';
import { copyButton } from './copy';
import { fullAddress } from './standing';

interface PreviewLink {
  readonly id: string;
  /** The site keeps no copy: it is told once, to whoever makes the link. */
  readonly address: string | null;
  readonly revision: string;
  readonly expiresAt: string;
  readonly madeBy: string;
  readonly revokedAt: string | null;
}

const made = new Map<string, string>();

const lengths = [1, 3, 7, 14, 30];

/** Links for people without an account: one revision, for some days, until they are taken back. */
export function openPreviewLinks(article: string, server: Server, saving: Saving, clock: Clock): void {
  const path = `articles/${article}/preview-links`;
  const days = h('select', {}, ...lengths.map((length) => h('option', { value: length, selected: length === 7 }, length === 1 ? '1 day' : `${length} days`)));
  const fault = h('p', { class: 'error', role: 'alert' });
  const list = h('ul', { class: 'link-list' });
  const make = h('button', { type: 'button', class: 'button primary', onclick: () => void run(create) }, 'Make a link');
  const opened = openDialog('Preview links', [
    h('p', {}, 'Whoever has such a link reads this story as it is now, without an account, and can leave a note. Later changes do not show.'),
    h('div', { class: 'row link-make' }, labelled('Works for', days), make), fault, list,
  ], [h('button', { type: 'button', class: 'button', onclick: () => opened.close() }, 'Close')]);
  void run(load);

  async function run(act: () => Promise<string | null>): Promise<void> {
    make.disabled = true;
    fault.textContent = (await act()) ?? '';
    make.disabled = false;
  }

  async function load(): Promise<string | null> {
    if (saving.state.revision === null) return null;
    const answer = await server.get<{ readonly items: readonly PreviewLink[] }>(path);
    if (!answer.ok) return wordsOf(answer);
    list.replaceChildren(...answer.body.items.filter((link) => link.revokedAt === null).map(entry));
    return null;
  }

  async function create(): Promise<string | null> {
    if (!(await saving.saveNow())) return 'The story could not be saved first. The line at the top says why.';
    const answer = await server.post<PreviewLink>(path, { revision: saving.state.revision, days: Number(days.value) });
    if (!answer.ok) return wordsOf(answer);
    if (answer.body.address !== null) made.set(answer.body.id, fullAddress(answer.body.address));
    announce('A preview link was made. Copy it now: it is shown only here.');
    const problem = await load();
    list.querySelector<HTMLElement>('button')?.focus();
    return problem;
  }

  function entry(link: PreviewLink): HTMLElement {
    const address = made.get(link.id);
    return h('li', {},
      address === undefined ? h('p', {}, 'Its address was shown when it was made; make another if it is lost.') : h('p', { class: 'link-address' }, address),
      h('p', { class: 'meta' }, h('span', {}, link.revision === saving.state.revision ? 'The newest text' : 'An earlier text'), ' ', h('span', {}, `made by ${link.madeBy}`), ' ', h('span', {}, `until ${clock.moment(link.expiresAt)}`)),
      h('div', { class: 'actions' }, address === undefined ? null : copyButton(address, 'Copy'),
        h('button', { type: 'button', class: 'button small danger', 'aria-label': `Take back the link that ${link.madeBy} made, until ${clock.moment(link.expiresAt)}`, onclick: () => void run(() => revoke(link)) }, 'Take back')));
  }

  async function revoke(link: PreviewLink): Promise<string | null> {
    const answer = await server.delete(`${path}/${link.id}`);
    if (!answer.ok) return wordsOf(answer);
    announce('The link no longer works.');
    make.focus();
    return load();
  }
}
