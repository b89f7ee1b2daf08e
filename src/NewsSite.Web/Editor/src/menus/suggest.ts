import { Plugin, PluginKey, TextSelection, type EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { announce } from '../announce';
import { elementId, h } from '../dom';
import { types } from '../document/schema';

/** A list that opens in the text after a sign and narrows as one types. Focus stays in the text. */
export interface SuggestSetting<T> {
  readonly sign: string;
  readonly label: string;
  /** Matches for what was typed after the sign; null when they cannot be had. */
  readonly find: (typed: string, signal: AbortSignal) => readonly T[] | null | Promise<readonly T[] | null>;
  readonly row: (item: T) => HTMLElement;
  /** Takes the sign and the typed words out of the text by itself. */
  readonly choose: (view: EditorView, item: T, from: number, to: number) => void;
  /** Heading over the row, where it differs from the row before; null for none. */
  readonly group?: (item: T) => string | null;
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly typed: string;
}

/** Where the sign stands before the caret, if it begins a word. */
function placeOf(state: EditorState, sign: string): Place | null {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type === types.codeBlock || $from.depth < 2) return null;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 50), $from.parentOffset, undefined, '\ufffc');
  const at = before.lastIndexOf(sign);
  if (at < 0 || !(at === 0 ? $from.parentOffset <= 50 : /\s/.test(before[at - 1]!))) return null;
  const typed = before.slice(at + 1);
  if (/^\s|\s{2}|\ufffc/.test(typed) || typed.length > 40) return null;
  return { from: $from.pos - typed.length - 1, to: $from.pos, typed };
}

export function suggestMenu<T>(setting: SuggestSetting<T>): Plugin {
  const key = new PluginKey<number | null>(`suggest${setting.sign}`);
  let popup: Popup<T> | null = null;
  return new Plugin<number | null>({
    key,
    // The place of the sign while the list may show; null after Escape or before a sign is typed.
    state: {
      init: () => null,
      apply(tr, from, _, state) {
        const order = tr.getMeta(key) as { from: number | null } | undefined;
        if (order !== undefined) return order.from;
        const mapped = from === null ? null : tr.mapping.map(from, -1);
        const place = mapped === null ? null : placeOf(state, setting.sign);
        return place !== null && place.from === mapped ? mapped : null;
      },
    },
    props: {
      handleTextInput(view, from, _, text) {
        if (text !== setting.sign) return false;
        // The sign goes in as usual; the list opens when it stands in the text.
        setTimeout(() => {
          const place = placeOf(view.state, setting.sign);
          if (place !== null && place.from === from) view.dispatch(view.state.tr.setMeta(key, { from: place.from }));
        });
        return false;
      },
      handleKeyDown: (_, event) => popup?.key(event) ?? false,
    },
    view(view) {
      popup = new Popup<T>(view, setting, () => view.dispatch(view.state.tr.setMeta(key, { from: null })));
      return {
        update: ({ state }) => popup?.show(key.getState(state) == null ? null : placeOf(state, setting.sign)),
        destroy: () => popup?.destroy(),
      };
    },
  });
}

class Popup<T> {
  private readonly id = elementId('suggest');
  private readonly dom: HTMLElement;
  private place: Place | null = null;
  private items: readonly T[] = [];
  private rows: HTMLElement[] = [];
  private active = 0;
  private asked: AbortController | null = null;

  constructor(private readonly view: EditorView, private readonly setting: SuggestSetting<T>, private readonly dismiss: () => void) {
    this.dom = h('div', { class: 'pop suggest', role: 'listbox', tabindex: '0', id: this.id, 'aria-label': setting.label, hidden: true });
    (document.querySelector('main') ?? document.body).append(this.dom);
    this.dom.addEventListener('pointerdown', (event) => event.preventDefault());
    this.dom.addEventListener('click', (event) => {
      const row = (event.target as Element).closest<HTMLElement>('[role=option]');
      if (row) this.take(this.rows.indexOf(row));
    });
    view.dom.addEventListener('blur', this.blurred);
  }

  destroy(): void {
    this.view.dom.removeEventListener('blur', this.blurred);
    this.dom.remove();
  }

  show(place: Place | null): void {
    const same = place?.typed === this.place?.typed && place?.from === this.place?.from;
    this.place = place;
    if (place === null) this.hide();
    else if (!same) void this.find(place);
  }

  key(event: KeyboardEvent): boolean {
    if (this.dom.hidden || event.isComposing || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'Escape') this.dismiss();
    else if (event.key === 'Enter') this.take(this.active);
    else if (event.key === 'ArrowDown') this.activate((this.active + 1) % this.rows.length);
    else if (event.key === 'ArrowUp') this.activate((this.active - 1 + this.rows.length) % this.rows.length);
    else {
      if (event.key === 'Tab') this.dismiss(); // and the key goes on
      return false;
    }
    return true;
  }

  private readonly blurred = (): void => {
    if (!this.dom.hidden) this.dismiss();
  };

  private async find(place: Place): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    const found = this.setting.find(place.typed, asked.signal);
    const items = found instanceof Promise ? await found : found;
    if (asked.signal.aborted || this.place !== place) return;
    this.items = items ?? [];
    if (this.items.length === 0) {
      this.hide();
      return;
    }
    let group: string | null = null;
    this.rows = [];
    this.dom.replaceChildren();
    for (const item of this.items) {
      const title = this.setting.group?.(item) ?? null;
      if (title !== null && title !== group) this.dom.append(h('div', { class: 'suggest-group', role: 'presentation' }, title));
      group = title;
      const row = this.setting.row(item);
      row.setAttribute('role', 'option');
      row.id = `${this.id}-${this.rows.length}`;
      this.rows.push(row);
      this.dom.append(row);
    }
    this.dom.hidden = false;
    this.position(place.from);
    this.view.dom.setAttribute('aria-controls', this.id);
    this.view.dom.setAttribute('aria-autocomplete', 'list');
    this.activate(0);
    announce(`${this.items.length} found`);
  }

  private position(at: number): void {
    const caret = this.view.coordsAtPos(at);
    this.dom.style.maxHeight = '';
    const { offsetWidth: width, offsetHeight: height } = this.dom;
    const head = document.querySelector('.story-head')?.getBoundingClientRect().bottom ?? 0;
    const bar = document.querySelector('.desk-bar')?.getBoundingClientRect().bottom ?? 0;
    const { top, most } = besideCaret(caret, height, Math.max(head, bar), window.innerHeight);
    this.dom.style.left = `${Math.max(8, Math.min(caret.left, document.documentElement.clientWidth - width - 8)) + window.scrollX}px`;
    this.dom.style.top = `${top + window.scrollY}px`;
    this.dom.style.maxHeight = `${most}px`;
  }

  private hide(): void {
    this.asked?.abort();
    if (this.dom.hidden) return;
    this.dom.hidden = true;
    for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant']) this.view.dom.removeAttribute(name);
  }

  private activate(at: number): void {
    this.active = at;
    this.rows.forEach((row, i) => row.setAttribute('aria-selected', String(i === at)));
    const row = this.rows[at];
    if (!row) return;
    row.scrollIntoView({ block: 'nearest' });
    this.view.dom.setAttribute('aria-activedescendant', row.id);
  }

  private take(at: number): void {
    const item = this.items[at];
    const place = this.place;
    if (item === undefined || place === null) return;
    this.dismiss();
    this.setting.choose(this.view, item, place.from, place.to);
  }
}

/** Where a list of some height goes: below the caret if it fits, else where there is more room, never over what stands above `ceiling`. */
export function besideCaret(caret: { readonly top: number; readonly bottom: number }, height: number, ceiling: number, floor: number): { readonly top: number; readonly most: number } {
  const gap = 6;
  const below = floor - caret.bottom - 2 * gap;
  const above = caret.top - ceiling - 2 * gap;
  if (height <= below || below >= above) return { top: caret.bottom + gap, most: Math.min(height, Math.max(below, 120)) };
  const most = Math.min(height, above);
  return { top: caret.top - gap - most, most };
}

/** Types the sign for the writer, from a button: in an empty paragraph, where one is made if need be. */
export function openSuggest(view: EditorView, sign: string): void {
  const { state } = view;
  const { $from } = state.selection;
  const { tr } = state;
  if (!($from.parent.isTextblock && $from.parent.content.size === 0)) {
    const after = $from.depth >= 2 ? $from.after(2) : state.selection.to;
    tr.insert(after, $from.depth >= 2 ? types.paragraph.create() : types.prose.create(null, types.paragraph.create()));
    tr.setSelection(selectionNear(tr.doc, after));
  }
  view.dispatch(tr.scrollIntoView());
  view.focus();
  const { from, to } = view.state.selection;
  const typed = (): EditorState['tr'] => view.state.tr.insertText(sign, from, to);
  if (view.someProp('handleTextInput', (handle) => handle(view, from, to, sign, typed)) !== true) view.dispatch(typed());
}

function selectionNear(doc: EditorState['doc'], pos: number): TextSelection {
  return TextSelection.near(doc.resolve(pos + 1)) as TextSelection;
}
