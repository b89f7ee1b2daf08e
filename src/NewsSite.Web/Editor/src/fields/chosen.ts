import { h } from '../dom';
import { icon } from '../icons';
import { Combobox, type ComboboxSetting, type Option } from './combobox';

/** A combobox until something is chosen, then the chosen record with a way to take it back. */
export class Chosen<T> {
  readonly dom = h('div', { class: 'control chosen' });
  private readonly combobox: Combobox<T>;
  private readonly title = h('span', { class: 'chosen-title' });
  private readonly detail = h('span', { class: 'chosen-detail' });
  private readonly words: HTMLElement;
  private readonly card: HTMLElement;
  private key: string | null = null;

  constructor(setting: ComboboxSetting<T>, private readonly find: (key: string) => Promise<Option | null>, clear: () => void) {
    this.combobox = new Combobox(setting);
    const remove = h('button', { type: 'button', class: 'icon', 'aria-label': `Remove ${setting.label.toLowerCase()}`, onclick: () => {
      clear();
      this.focus();
    } }, icon('cross'));
    this.words = h('span', { class: 'chosen-words', tabindex: '-1' }, this.title, this.detail);
    this.card = h('div', { class: 'chosen-card', hidden: true }, this.words, remove);
    this.dom.append(this.combobox.dom, this.card);
  }

  /** Shows the record of a key; null shows the field that finds one. */
  show(key: string | null, words: string): void {
    if (key === this.key) return;
    const focused = this.dom.contains(document.activeElement);
    this.key = key;
    this.combobox.dom.hidden = key !== null;
    this.card.hidden = key === null;
    this.combobox.input.value = '';
    if (focused && key === null) this.combobox.input.focus();
    else if (focused) this.words.focus(); // not on "Remove", where a second Enter would take it away again
    if (key === null) return;
    this.title.textContent = words;
    this.detail.textContent = '';
    void this.find(key).then((option) => {
      if (this.key !== key || option === null) return;
      this.title.textContent = option.title;
      this.detail.textContent = option.detail ?? '';
    });
  }

  focus(): void {
    if (this.key === null) this.combobox.input.focus();
    else this.card.querySelector('button')!.focus();
  }
}
