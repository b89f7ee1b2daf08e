import { h } from '../dom';
import type { Effects } from './acts';
import type { Desk } from './desk';

/** What readers will find changed: pages by their names, feeds and lists for search engines folded away. */
export function effectsView(desk: Desk): HTMLElement {
  const place = h('section', { class: 'effects', 'aria-label': 'What changes for readers' }, h('h3', {}, 'Changes for readers'));
  void desk.acts.effects().then((effects) => place.append(...(effects === null ? [h('p', { class: 'hint' }, 'Which pages change cannot be said just now.')] : listed(effects))));
  return place;
}

function listed({ pages, feeds, sitemaps, mails }: Effects): HTMLElement[] {
  const quiet = feeds.length + sitemaps.length;
  const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
  return [
    h('ul', { class: 'effect-pages' }, ...pages.map((page) => h('li', { title: page.path }, page.words))),
    ...(quiet === 0 ? [] : [h('details', { class: 'effect-feeds' },
      h('summary', {}, `and ${count(feeds.length, 'feed', 'feeds')}, ${count(sitemaps.length, 'list', 'lists')} for search engines`),
      h('ul', {}, ...[...feeds, ...sitemaps].map((path) => h('li', {}, h('code', {}, path)))))]),
    ...mails.map((words) => h('p', {}, words)),
  ];
}
