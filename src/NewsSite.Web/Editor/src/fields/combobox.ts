import { announce } from '../announce';
import { elementId, h } from '../dom';

export interface Option {
  readonly title: string;
  readonly detail?: string | null;
  readonly image?: string;
}

export interface ComboboxSetting<T> {
  readonly id?: string;
  readonly label: string;
  readonly placeholder: string;
  /** The best matches; it is asked again with every pause in typing. Null when it cannot be said. */
  readonly search: (typed: string, signal: AbortSignal) => Promise<readonly T[] | null>;
  readonly show: (item: T) => Option;
  readonly choose: (item: T) => void;
  /** An entry below the matches that makes a new record of what was typed. */
  readonly create?: { readonly label: (typed: string) => string; readonly run: (typed: string) => void } | undefined;
  /** Keeps what was typed as it is when nothing was chosen, as an address. */
  readonly typed?: ((text: string) => void) | undefined;
}

/** A text field that finds records: arrows move in the list, Enter chooses, Escape closes. ARIA 1.2 combobox with a list box. */
export class Combobox<T> {
  readonly dom: HTMLElement;
  readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private items: readonly T[] = [];
  private active = -1;
  private asked: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pending = false;
  /** Enter came before the answer: the first match is taken as soon as it is here. */
  private hurried = false;

  constructor(private readonly setting: ComboboxSetting<T>) {
    const listId = elementId('list');
    this.list = h('div', { id: listId, role: 'listbox', class: 'pop options', 'aria-label': setting.label, hidden: true });
    this.input = h('input', {
      id: setting.id, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', placeholder: setting.placeholder,
      'aria-expanded': 'false', 'aria-controls': listId, 'aria-autocomplete': 'list', 'aria-label': setting.id === undefined ? setting.label : null,
    });
    this.dom = h('div', { class: 'combobox' }, this.input, this.list);
    this.input.addEventListener('input', () => this.soon(this.input.value.trim() === '' ? 0 : 150));
    this.input.addEventListener('focus', () => this.soon(0));
    this.input.addEventListener('click', () => this.list.hidden && this.soon(0));
    this.input.addEventListener('blur', () => this.left());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.list.addEventListener('pointerdown', (event) => event.preventDefault()); // the input keeps the focus
    this.list.addEventListener('click', (event) => {
      const row = (event.target as Element).closest('[role=option]');
      if (row) this.take([...this.list.children].indexOf(row));
    });
  }

  close(): void {
    this.asked?.abort();
    clearTimeout(this.timer);
    this.pending = this.hurried = false;
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  // Enter and then Tab: what was entered is still looked up, as if the answer had been quicker.
  private left(): void {
    if (!this.hurried) return this.close();
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
  }

  private soon(wait: number): void {
    clearTimeout(this.timer);
    this.asked?.abort(); // an answer to what was asked before is none to this
    this.pending = this.input.value.trim() !== '';
    this.timer = setTimeout(() => void this.find(), wait);
  }

  private hurry(): void {
    this.hurried = true;
    if (this.asked?.signal.aborted === false) return; // it is being asked already
    clearTimeout(this.timer);
    void this.find();
  }

  private async find(): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    const typed = this.input.value.trim();
    const items = await this.setting.search(typed, asked.signal);
    const isHere = document.activeElement === this.input;
    if (asked.signal.aborted || !(isHere || this.hurried)) return;
    this.items = items ?? [];
    this.pending = false;
    if (this.hurried && this.items.length > 0) {
      this.take(0);
      return;
    }
    this.hurried = false;
    if (!isHere) return;
    const rows = this.items.map((item) => this.row(this.setting.show(item)));
    if (this.setting.create && typed !== '') rows.push(h('div', { role: 'option', class: 'option create', id: elementId('option') }, this.setting.create.label(typed)));
    this.list.replaceChildren(...rows);
    this.list.hidden = rows.length === 0;
    this.input.setAttribute('aria-expanded', String(rows.length > 0));
    if (rows.length > 0) this.activate(this.items.length > 0 && typed !== '' ? 0 : -1);
    if (items === null) announce('The list cannot be reached just now.');
    else announce(this.items.length === 0 ? 'Nothing found' : `${this.items.length} found`);
  }

  private row(option: Option): HTMLElement {
    return h('div', { role: 'option', class: 'option', id: elementId('option') },
      option.image === undefined ? null : h('img', { src: option.image, alt: '', width: 64, height: 48, loading: 'lazy' }),
      h('span', { class: 'option-words' }, h('span', { class: 'option-title' }, option.title), option.detail ? h('span', { class: 'option-detail' }, option.detail) : null));
  }

  private activate(at: number): void {
    this.active = at;
    [...this.list.children].forEach((row, i) => row.setAttribute('aria-selected', String(i === at)));
    const row = this.list.children[at];
    if (row) this.input.setAttribute('aria-activedescendant', row.id);
    else this.input.removeAttribute('aria-activedescendant');
    row?.scrollIntoView({ block: 'nearest' });
  }

  private take(at: number): void {
    const typed = this.input.value.trim();
    const item = this.items[at];
    this.close();
    if (item !== undefined) this.setting.choose(item);
    else this.setting.create?.run(typed);
  }

  private key(event: KeyboardEvent): void {
    const open = !this.list.hidden;
    const size = this.list.children.length;
    if (event.isComposing) return;
    if (event.key === 'Escape' && open) this.close();
    else if (event.key === 'Enter' && this.pending && !this.setting.typed) this.hurry();
    else if (event.key === 'Enter' && open && this.active >= 0) this.take(this.active);
    else if (event.key === 'Enter' && this.setting.typed) this.setting.typed(this.input.value.trim());
    else if (event.key === 'ArrowDown' && open) this.activate((this.active + 1) % size);
    else if (event.key === 'ArrowUp' && open) this.activate(this.active <= 0 ? size - 1 : this.active - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
