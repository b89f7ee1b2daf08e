import { h } from '../dom';
import { clockOf } from './clock';
import { KeptCopies } from './kept';
import { nameOf, neverSaved } from './new-stories';

/** In the list of stories: what was begun on this device and never reached the site. A script of its own, a few kilobytes. */
const place = document.getElementById('kept-stories');
if (place) void show(place);

async function show(host: HTMLElement): Promise<void> {
  const copies = new KeptCopies();
  const clock = clockOf(host.dataset['zone'] ?? 'Europe/London');
  for (const copy of await neverSaved(copies, host.dataset['me'] ?? '')) {
    host.append(h('div', { class: 'notice warn' },
      h('p', {}, `You wrote this on this device at ${clock.moment(copy.at)} and it never reached the site: ${nameOf(copy.content)}`),
      h('p', {}, h('a', { class: 'button small', href: '/newsroom/articles/new' }, 'Open the editor to use or discard it'))));
  }
}
