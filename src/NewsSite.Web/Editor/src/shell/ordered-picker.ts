import { announce } from '../announce';
import { elementId, h } from '../dom';
import { Combobox, type Option } from '../fields/combobox';
import { icon } from '../icons';

export interface Entry extends Option {
  readonly key: string;
}

interface Setting {
  readonly label: string;
  readonly placeholder: string;
  readonly hint: string;
  readonly source: {
    readonly find: (typed: string, signal: AbortSignal) => readonly Entry[] | null | Promise<readonly Entry[] | null>;
    readonly name: (key: string) => string;
    /** The record's own name, when it must be asked for. */
    readonly lookUp?: (key: string) => Promise<string | null>;
    readonly create?: ((typed: string) => Promise<Entry | null>) | undefined;
  };
  readonly change: (keys: readonly string[]) => void;
}

/** Several records in an order that matters: found, moved and taken away. */
export class OrderedPicker {
  readonly dom: HTMLElement;
  private readonly list = h('ol', { class: 'picked' });
  private readonly combobox: Combobox<Entry>;
  private keys: readonly string[] = [];

  constructor(private readonly setting: Setting) {
    const id = elementId('picker');
    const { create } = setting.source;
    this.combobox = new Combobox<Entry>({
      id,
      label: setting.label,
      placeholder: setting.placeholder,
      search: async (typed, signal) => (await setting.source.find(typed, signal))?.filter((entry) => !this.keys.includes(entry.key)) ?? null,
      show: (entry) => entry,
      choose: (entry) => this.add(entry),
      create: create === undefined ? undefined : { label: (typed) => `New “${typed}”…`, run: (typed) => void create(typed).then((entry) => entry && this.add(entry)) },
    });
    this.combobox.input.setAttribute('aria-describedby', `${id}-hint`);
    this.dom = h('div', { class: 'field' }, h('label', { for: id }, setting.label), this.list, this.combobox.dom, h('p', { class: 'hint', id: `${id}-hint` }, setting.hint));
  }

  show(keys: readonly string[]): void {
    if (keys.join() === this.keys.join() && this.list.childElementCount === keys.length) return;
    this.keys = keys;
    this.list.hidden = keys.length === 0;
    this.list.replaceChildren(...keys.map((key, i) => this.row(key, i)));
  }

  private add(entry: Entry): void {
    this.combobox.input.value = '';
    this.setting.change([...this.keys, entry.key]);
    this.combobox.input.focus();
    announce(`${entry.title} added`);
  }

  private row(key: string, at: number): HTMLElement {
    const name = this.setting.source.name(key);
    const words = h('span', { class: 'picked-name' }, name);
    void this.setting.source.lookUp?.(key).then((found) => found !== null && (words.textContent = found));
    const up = h('button', { type: 'button', class: 'icon', 'aria-label': `Move ${name} up`, onclick: () => this.up(at) }, icon('up'));
    up.hidden = at === 0;
    return h('li', {}, words, up, h('button', { type: 'button', class: 'icon', 'aria-label': `Remove ${name}`, onclick: () => {
      this.setting.change(this.keys.filter((_, i) => i !== at));
      this.combobox.input.focus();
      this.combobox.close();
      announce(`${name} removed`);
    } }, icon('cross')));
  }

  private up(at: number): void {
    const keys = [...this.keys];
    [keys[at - 1], keys[at]] = [keys[at]!, keys[at - 1]!];
    this.setting.change(keys);
    this.list.children[at - 1]?.querySelector<HTMLElement>('button:not([hidden])')?.focus();
    announce(`Moved to place ${at} of ${keys.length}`);
  }
}
