import { announce } from '../announce';
import { h } from '../dom';
import { icon } from '../icons';
import { wordsOf as failureWords } from '../server';
import type { MediaItem } from '../story';
import type { FieldControl, FieldHost, FormSetting } from './field';
import { chooseFromLibrary } from './library';
import { recordOf, remember, wordsOfSlug } from './records';

/** A picture of the library: chosen there, or brought in by button, drop or paste. */
export function picturePicker(setting: FormSetting, id: string, change: (file: string | null) => void): FieldControl {
  const image = h('img', { alt: '', hidden: true });
  const caption = h('div', { class: 'meta' });
  const inLibrary = h('a', { target: '_blank', rel: 'noopener', class: 'in-library', hidden: true }, 'Open in the library', h('span', { class: 'hidden' }, ' in a new tab'));
  const file = h('input', { type: 'file', accept: 'image/jpeg,image/png,image/webp,image/avif,image/gif', class: 'hidden', tabindex: '-1', 'aria-hidden': 'true' });
  const say = h('div', { class: 'error', role: 'alert', hidden: true });
  const choose = h('button', { type: 'button', class: 'button small', id, onclick: () => void chooseFromLibrary(setting, upload).then((item) => item && take(item)) }, icon('search'), h('span', {}, 'Choose from the library'));
  const bring = h('button', { type: 'button', class: 'button small', onclick: () => file.click() }, icon('upload'), 'Upload');
  const credit = h('input', { type: 'text', id: `${id}-upload-credit`, autocomplete: 'off', maxlength: '200', placeholder: 'Photographer or agency' });
  const creditLine = h('div', { class: 'row upload-credit' }, h('label', { for: credit.id }, 'Credit', h('span', { class: 'hidden' }, ' of the picture to upload, optional')), credit);
  const remove = h('button', { type: 'button', class: 'button small quiet', hidden: true, onclick: () => {
    change(null);
    choose.focus();
  } }, 'Remove');
  const drop = h('div', { class: 'picture-drop', 'data-picture-drop': true }, image, h('div', { class: 'picture-side' }, caption, inLibrary, h('div', { class: 'row' }, choose, setting.may('uploadPictures') ? bring : null, remove), setting.may('uploadPictures') ? creditLine : null, say), file);
  let shown: string | null = null;

  function take(item: MediaItem): void {
    remember('media', item.file, item);
    change(item.file);
    announce('Picture chosen. Say what it is there for.');
  }

  async function upload(picture: File): Promise<MediaItem | null> {
    say.hidden = true;
    drop.classList.add('busy');
    announce(`Uploading ${picture.name}`);
    const form = new FormData();
    form.append('file', picture);
    form.append('credit', credit.value.trim());
    const answer = await setting.server.upload<MediaItem>('media', form);
    drop.classList.remove('busy');
    if (answer.ok) {
      credit.value = '';
      return answer.body;
    }
    say.textContent = failureWords(answer);
    say.hidden = false;
    return null;
  }

  const bringIn = (picture: File | undefined): void => {
    if (picture && setting.may('uploadPictures')) void upload(picture).then((item) => item && take(item));
  };
  file.addEventListener('change', () => {
    bringIn(file.files?.[0]);
    file.value = '';
  });
  drop.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    bringIn(event.dataTransfer?.files[0]);
  });
  drop.addEventListener('paste', (event) => {
    const picture = [...(event.clipboardData?.files ?? [])].find((f) => f.type.startsWith('image/'));
    if (!picture) return;
    event.preventDefault();
    bringIn(picture);
  });

  return {
    dom: h('div', { class: 'control' }, drop),
    update(value) {
      const name = typeof value === 'string' ? value : null;
      choose.lastElementChild!.textContent = name === null ? 'Choose from the library' : 'Change';
      remove.hidden = name === null;
      inLibrary.hidden = name === null;
      if (name !== null) inLibrary.href = `/newsroom/media/${name}`;
      if (name === shown) return;
      shown = name;
      image.hidden = true;
      caption.textContent = name === null ? 'Drop a picture here, paste one, or:' : wordsOfSlug(name.replace(/\.\w+$/, ''));
      if (name === null) return;
      void recordOf<MediaItem>(setting.server, 'media', name).then((item) => {
        if (shown !== name || item === null) return;
        image.src = item.thumb;
        image.hidden = false;
        caption.textContent = [name, `${item.width} × ${item.height}`, item.credit ?? 'no credit', item.isExpired === true ? 'its rights have ended' : null].filter((part) => part !== null && part !== '').join(' · ');
      });
    },
    focus: () => choose.focus(),
  };
}

export function pictureField(host: FieldHost, id: string): FieldControl {
  return picturePicker(host.setting, id, (file) => host.change({ [host.entry.name]: file ?? undefined }));
}
