import { closeHistory } from 'prosemirror-history';
import type { EditorView } from 'prosemirror-view';
import { announce } from '../../announce';
import { h } from '../../dom';
import { newPerson, newSource } from '../../fields/new-record';
import { remember } from '../../fields/records';
import type { Finding, FindingKind } from '../nodes';
import { bareName } from '../suggest/speaker';
import type { Ask } from '../suggest/suggestion';
import './paste.css';
import { distinct, keyOf } from './lookups';
import { itemOf, nameOf, notesOf } from './panel-items';
import { type Offer, type OfferChange, type Offers, offersKey } from './offers';
import type { PasteSetting } from './paste-plugin';
import { putBlock } from './use';

// What was joined or tidied is as the writer expects; what was left out, mended or found amiss is worth a look.
const WORTH_TELLING: readonly FindingKind[] = ['quotation-mark', 'hyphen', 'page-furniture', 'site-furniture', 'hidden', 'comments', 'deletions', 'links', 'pictures', 'columns'];

export function tellsEnough({ kind }: Finding): boolean {
  return WORTH_TELLING.includes(kind);
}

/** The suggestions below the story, out of the way of writing: they wait, and go when their words change. */
export class PastePanel {
  readonly dom = h('section', { class: 'paste-panel', hidden: true, 'aria-label': 'From what you pasted' });
  #shown: Offers | undefined;
  #drawing = false;

  constructor(
    private readonly view: EditorView,
    private readonly options: PasteSetting,
  ) {
    view.dom.after(this.dom);
    this.dom.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      view.focus();
    });
    this.dom.addEventListener('focusin', (event) => this.#point((event.target as Element).closest('[data-suggestion]')));
    this.dom.addEventListener('focusout', () => this.#point(null));
    // A press beside the buttons is no press in the white below the story.
    this.dom.addEventListener('mousedown', (event) => event.stopPropagation());
  }

  update(): void {
    const offers = offersKey.getState(this.view.state);
    if (!offers || offers === this.#shown) return;
    const before = this.#shown?.open;
    this.#shown = offers;
    this.dom.hidden = offers.open.length === 0 && offers.findings.length === 0;
    // While one types, offers only move: what the panel says stays the same.
    if (before?.length === offers.open.length && offers.open.every((offer, i) => offer.suggestion === before[i]?.suggestion) && before.length + offers.findings.length > 0 && this.dom.childElementCount > 0) return;
    const at = this.#focused();
    this.#drawing = true;
    this.dom.replaceChildren(...this.#content(offers));
    if (at >= 0) this.#focus(at);
    this.#drawing = false;
    // The view is being updated: what the focus points at is shown by a change of its own.
    if (at >= 0) queueMicrotask(() => this.#point(document.activeElement?.closest('[data-suggestion]') ?? null));
  }

  destroy(): void {
    this.dom.remove();
  }

  #content({ open, findings }: Offers): HTMLElement[] {
    const count = `${open.length} ${open.length === 1 ? 'suggestion' : 'suggestions'} from what you pasted`;
    const title = h('h2', {}, open.length > 0 ? count : 'Notes on what you pasted');
    const all = open.length > 1 ? h('button', { type: 'button', class: 'button small primary', onclick: () => this.#use(open) }, 'Use all') : null;
    const close = h('button', { type: 'button', class: 'button small', onclick: () => this.#close() }, open.length > 1 ? 'Leave all as text' : 'Close');
    const list = h('ol', { class: 'paste-list' }, ...open.map((offer) => itemOf(offer.suggestion, () => this.#use([offer]), () => this.#leave(offer))));
    return [h('header', { class: 'paste-head' }, title, all, close), ...this.#asks(open), ...(open.length > 0 ? [list] : []), ...notesOf(findings)];
  }

  // One line for each person and document that the register does not have.
  #asks(open: readonly Offer[]): HTMLElement[] {
    const asks = this.options.setting.may('keepRegisters') ? distinct(open.flatMap(({ suggestion }) => suggestion.asks)) : [];
    if (asks.length === 0) return [];
    return [h('ul', { class: 'paste-asks' }, ...asks.map((ask) => h('li', {}, h('button', { type: 'button', class: 'button small', 'data-ask': keyOf(ask), onclick: () => void this.#add(ask) }, ask.field === 'person' ? `Add ${ask.words} to the register` : `Add ${ask.words} as a source`), ask.address === null ? null : h('span', { class: 'meta' }, ` ${ask.address}`))))];
  }

  async #add(ask: Ask): Promise<void> {
    const { setting } = this.options;
    if (ask.field === 'person') {
      const person = await newPerson(setting, bareName(ask.words));
      if (!person) return;
      remember('people', person.slug, person);
      // The writer has said who is meant, whatever the register calls them.
      this.#change({ type: 'known', registers: { people: [{ slug: person.slug, name: ask.words }], sources: [] } });
    } else {
      const source = await newSource(setting, ask.address ?? ask.words);
      if (!source) return;
      remember('sources', source.slug, source);
      this.#change({ type: 'known', registers: { people: [], sources: [{ slug: source.slug, address: ask.address }] } });
    }
  }

  /** Makes blocks of passages, the last first so that the places of the others hold: one step to undo. */
  #use(offers: readonly Offer[]): void {
    const tr = closeHistory(this.view.state.tr);
    for (const offer of [...offers].sort((a, b) => b.from - a.from || b.to - a.to)) putBlock(tr, offer.suggestion, { from: tr.mapping.map(offer.from, -1), to: tr.mapping.map(offer.to, -1) }, this.options.catalogue);
    tr.setMeta(offersKey, { type: 'gone', ids: offers.map(({ suggestion }) => suggestion.id) } satisfies OfferChange);
    this.view.dispatch(tr);
    announce(offers.length === 1 ? `${nameOf(offers[0]!.suggestion)}: now a block. Ctrl+Z takes it back.` : `${offers.length} blocks made. Ctrl+Z takes them back.`);
    this.#backWhenDone();
  }

  #leave(offer: Offer): void {
    this.#change({ type: 'gone', ids: [offer.suggestion.id] });
    announce(`${nameOf(offer.suggestion)}: left as text`);
    this.#backWhenDone();
  }

  #close(): void {
    this.#change({ type: 'closed' });
    this.view.focus();
  }

  #change(change: OfferChange): void {
    this.view.dispatch(this.view.state.tr.setMeta(offersKey, change));
  }

  #backWhenDone(): void {
    if (offersKey.getState(this.view.state)?.open.length === 0) this.view.focus();
  }

  // After a use the next suggestion stands where the used one stood, and has the focus.
  #focused(): number {
    return [...this.dom.querySelectorAll('[data-suggestion]')].findIndex((item) => item.contains(document.activeElement));
  }

  #focus(at: number): void {
    const items = this.dom.querySelectorAll<HTMLElement>('[data-suggestion]');
    (items[Math.min(at, items.length - 1)] ?? this.dom).querySelector('button')?.focus();
  }

  #point(item: Element | null): void {
    const id = item?.getAttribute('data-suggestion') ?? null;
    if (this.#drawing || this.view.isDestroyed || offersKey.getState(this.view.state)?.pointed === id) return;
    this.#change({ type: 'pointed', id });
    if (id !== null) this.view.dom.querySelector('.paste-pointed')?.scrollIntoView({ block: 'start' });
  }
}
