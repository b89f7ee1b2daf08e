import { h } from '../dom';
import { openDialog } from '../menus/dialog';

/** Asks before something is done that cannot be undone. */
export function askSure(title: string, words: string, yes: string, no: string): Promise<boolean> {
  return new Promise((resolve) => {
    let isSure = false;
    const opened = openDialog(title, [h('p', {}, words)], [
      h('button', { type: 'button', class: 'button', autofocus: true, onclick: () => opened.close() }, no),
      h('button', { type: 'button', class: 'button danger', onclick: () => {
        isSure = true;
        opened.close();
      } }, yes),
    ], { onclose: () => resolve(isSure) });
  });
}
