import type { Plugin } from 'prosemirror-state';
import { h } from '../dom';
import { marksOf, schema } from '../document/schema';
import { articleOption, findArticles } from '../fields/searches';
import { icon } from '../icons';
import type { Server } from '../server';
import type { ArticleItem } from '../story';
import { suggestMenu } from './suggest';

/** "@" finds an article of this site and links to it, with its headline as the words. */
export function articleMention(server: Server): Plugin {
  return suggestMenu<ArticleItem>({
    sign: '@',
    label: 'Articles of this site',
    find: async (typed, signal) => {
      await new Promise((resolve) => setTimeout(resolve, typed === '' ? 0 : 120));
      return signal.aborted ? null : findArticles(server, typed, signal);
    },
    row: (item) => {
      const option = articleOption(item);
      return h('div', { class: 'suggest-row' }, icon('link'), h('span', { class: 'option-words' }, h('span', { class: 'option-title' }, option.title), h('span', { class: 'option-detail' }, option.detail ?? '')));
    },
    choose: (view, item, from, to) => {
      const link = schema.text(item.headline === '' ? item.slug : item.headline, [marksOf.link.create({ href: item.path })]);
      const tr = view.state.tr.replaceWith(from, to, link);
      view.dispatch(tr.insertText(' ', from + link.nodeSize).removeStoredMark(marksOf.link).scrollIntoView());
    },
  });
}
