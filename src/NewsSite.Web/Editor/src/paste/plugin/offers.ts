import type { Node } from 'prosemirror-model';
import { PluginKey, type Transaction } from 'prosemirror-state';
import type { Finding } from '../nodes';
import { type Registers, resolved } from '../suggest/registers';
import type { Suggestion } from '../suggest/suggestion';
import type { Place } from './use';

/** A suggestion for a passage of the document. */
export interface Offer extends Place {
  readonly suggestion: Suggestion;
  /** The passage as it was offered; an offer for words that have changed is void. */
  readonly words: string;
}

export interface Offers {
  readonly open: readonly Offer[];
  readonly findings: readonly Finding[];
  /** The offer whose buttons have the focus: its passage is shown. */
  readonly pointed: string | null;
}

/** What can happen to offers, beside the document's own changes. */
export type OfferChange =
  | { readonly type: 'pasted'; readonly open: readonly Offer[]; readonly findings: readonly Finding[] }
  | { readonly type: 'gone'; readonly ids: readonly string[] }
  | { readonly type: 'known'; readonly registers: Registers }
  | { readonly type: 'pointed'; readonly id: string | null }
  | { readonly type: 'closed' };

export const offersKey = new PluginKey<Offers>('paste');

export const NONE: Offers = { open: [], findings: [], pointed: null };

export function nextOffers(tr: Transaction, offers: Offers): Offers {
  const change = tr.getMeta(offersKey) as OfferChange | undefined;
  if (change?.type === 'pasted') return { open: change.open, findings: change.findings, pointed: null };
  if (change?.type === 'closed') return NONE;
  if (change?.type === 'pointed') return change.id === offers.pointed ? offers : { ...offers, pointed: change.id };
  let { open } = offers;
  if (change?.type === 'gone') open = open.filter(({ suggestion }) => !change.ids.includes(suggestion.id));
  if (change?.type === 'known') open = open.map((offer) => ({ ...offer, suggestion: resolved(offer.suggestion, change.registers) }));
  if (tr.docChanged && open.length > 0) open = moved(tr, open, change?.type === 'gone');
  return open === offers.open ? offers : { ...offers, open };
}

// `own`: a block was put in place of a passage, which takes no place between paragraphs away.
function moved(tr: Transaction, open: readonly Offer[], own: boolean): Offer[] {
  return open.flatMap((offer) => {
    // A place between two paragraphs stays behind the one above it.
    if (offer.from === offer.to) {
      const at = tr.mapping.mapResult(offer.from, -1);
      return at.deletedAcross && !own ? [] : [{ ...offer, from: at.pos, to: at.pos }];
    }
    const from = tr.mapping.mapResult(offer.from, 1).pos;
    const to = tr.mapping.mapResult(offer.to, -1).pos;
    return from < to && wordsBetween(tr.doc, from, to) === offer.words && isPassage(tr.doc, from, to) ? [{ ...offer, from, to }] : [];
  });
}

export function wordsBetween(doc: Node, from: number, to: number): string {
  return doc.textBetween(from, to, '\n', '\n');
}

function isPassage(doc: Node, from: number, to: number): boolean {
  const $from = doc.resolve(from);
  const $to = doc.resolve(to);
  return $from.depth === 1 && $to.depth === 1 && $from.sameParent($to);
}
