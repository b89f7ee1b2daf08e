import { announce } from '../announce';
import { differences, showDifferences } from '../conflicts/comparison';
import { sameContent } from '../conflicts/merge';
import { h } from '../dom';
import { openDialog } from '../menus/dialog';
import type { EditorData } from '../story';
import { askSure } from './ask';
import type { Clock } from './clock';
import type { Kept, KeptCopies } from './kept';
import type { EditedStory, Saving } from './saving';
import { openTabs } from './tabs';

/** Offers what was written on this device and never reached the site. Nothing is used or thrown away without being asked. */
export async function offerKept(host: HTMLElement, editor: EditedStory, saving: Saving, copies: KeptCopies, data: EditorData, clock: Clock): Promise<void> {
  const open = await openTabs();
  const mine = (await copies.all()).filter((copy) => copy.by === data.me.name && copy.tab !== saving.tab && !open.has(copy.tab));
  for (const copy of mine.filter((one) => one.article === data.article.id)) {
    const isSaved = copy.content === null || sameContent(copy.content, data.article.content) || sameContent(copy.content, editor.content());
    if (!isSaved) offer(host, copy, editor, saving, copies, data, clock);
    else if (copy.conflicts.length > 0) await saving.resume({ ...copy, content: null });
    else await copies.forget(copy.article, copy.tab);
  }
}

function offer(host: HTMLElement, copy: Kept, editor: EditedStory, saving: Saving, copies: KeptCopies, data: EditorData, clock: Clock): void {
  const when = clock.moment(copy.at);
  const words = `You wrote this on this device at ${when} and it never reached the site.`;
  const bar = h('section', { class: 'notice warn kept-offer', 'aria-label': 'Kept on this device' },
    h('p', {}, words),
    h('div', { class: 'actions' },
      h('button', { type: 'button', class: 'button primary small', onclick: () => void use() }, 'Use it'),
      h('button', { type: 'button', class: 'button small', onclick: compare }, 'Compare'),
      h('button', { type: 'button', class: 'button small danger', onclick: () => void discard() }, 'Discard')));
  host.append(bar);
  announce(words);

  async function use(): Promise<void> {
    if (!(await saving.resume(copy))) {
      announce('What you have written since could not be saved, so nothing was replaced. Try again once it is saved.');
      return;
    }
    bar.remove();
    announce('It is in the story now.');
  }

  function compare(): void {
    const list = differences(editor.content(), copy.content!, data);
    const useIt = h('button', { type: 'button', class: 'button primary', onclick: () => {
      opened.close();
      void use();
    } }, 'Use it');
    const opened = openDialog('What is kept on this device', [showDifferences(list, 'In the story', `Kept at ${when}`)],
      [h('button', { type: 'button', class: 'button', onclick: () => opened.close() }, 'Close'), useIt], { className: 'wide' });
  }

  async function discard(): Promise<void> {
    if (!(await askSure('Discard what is kept?', `The text that you wrote at ${when} is removed from this device. It cannot be brought back.`, 'Discard', 'Keep it'))) return;
    bar.remove();
    await copies.forget(copy.article, copy.tab);
  }
}
