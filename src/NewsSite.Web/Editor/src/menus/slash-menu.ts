import type { Plugin } from 'prosemirror-state';
import { h } from '../dom';
import { icon } from '../icons';
import { matching, type Insertable } from './insertables';
import { suggestMenu } from './suggest';

/** "/" in the text: everything that can be put into a story, found by name, category or help. */
export function slashMenu(all: readonly Insertable[]): Plugin {
  let searching = false;
  return suggestMenu<Insertable>({
    sign: '/',
    label: 'Insert',
    find: (typed) => {
      searching = typed.trim() !== '';
      return matching(all, typed);
    },
    group: (item) => (searching ? null : item.category),
    row: (item) => h('div', { class: 'suggest-row' }, icon(item.icon), h('span', { class: 'option-words' }, h('span', { class: 'option-title' }, item.name), h('span', { class: 'option-detail' }, item.help)), item.keys === null ? null : h('kbd', {}, item.keys)),
    choose: (view, item, from, to) => {
      view.dispatch(view.state.tr.delete(from, to));
      item.run(view);
    },
  });
}
