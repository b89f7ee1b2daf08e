import { announce } from '../announce';
import { h } from '../dom';
import { labelled, openDialog } from '../menus/dialog';
import type { MediaItem } from '../story';
import type { FormSetting } from './field';
import { findMedia } from './searches';

/** The pictures of the library, newest first, found as one types. */
export function chooseFromLibrary(setting: FormSetting, upload: (file: File) => Promise<MediaItem | null>): Promise<MediaItem | null> {
  return new Promise((resolve) => {
    let chosen: MediaItem | null = null;
    let page = 1;
    let asked = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const field = h('input', { type: 'search', placeholder: 'Words of the file, credit or description', autocomplete: 'off' });
    const grid = h('ul', { class: 'library' });
    const said = h('div', { class: 'meta' });
    const more = h('button', { type: 'button', class: 'button small', hidden: true, onclick: () => void find(page + 1) }, 'More pictures');
    const whole = h('a', { href: '/newsroom/media', target: '_blank', rel: 'noopener' }, 'Open the whole library', h('span', { class: 'hidden' }, ' in a new tab'));
    const opened = openDialog('Picture library', [labelled('Find a picture', field), grid, said, h('div', { class: 'row library-end' }, more, whole)], [], { className: 'wide', onclose: () => resolve(chosen) });
    const take = (item: MediaItem): void => {
      chosen = item;
      opened.close();
    };

    async function find(next: number): Promise<void> {
      asked.abort();
      asked = new AbortController();
      const { signal } = asked;
      const found = await findMedia(setting.server, field.value.trim(), next, signal);
      if (signal.aborted) return;
      page = next;
      if (next === 1) grid.replaceChildren();
      for (const item of found?.items ?? []) {
        grid.append(h('li', {}, h('button', { type: 'button', class: 'shot', onclick: () => take(item) },
          h('img', { src: item.thumb, alt: '', loading: 'lazy', width: 160, height: 120 }), h('span', { class: 'shot-file' }, item.file),
          h('span', { class: 'shot-credit' }, item.credit ?? 'No credit'), item.isExpired === true ? h('span', { class: 'state withdrawn' }, 'Rights ended') : null)));
      }
      more.hidden = found?.hasMore !== true;
      said.textContent = found === null ? 'The library cannot be reached just now.' : grid.childElementCount === 0 ? 'No picture found.' : '';
      announce(`${grid.childElementCount} pictures`);
    }

    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void find(1), 150);
    });
    opened.dialog.addEventListener('dragover', (event) => event.preventDefault());
    opened.dialog.addEventListener('drop', (event) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) void upload(file).then((item) => item && take(item));
    });
    void find(1);
  });
}
