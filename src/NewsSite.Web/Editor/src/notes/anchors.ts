import type { Node } from 'prosemirror-model';
import type { Mapping } from 'prosemirror-transform';
import { blockAttrs, idOf, types } from '../document/schema';
import { charactersOf } from '../document/passages';
import type { Json } from '../story';
import type { Anchor, Note, Quote } from './note';
import { findQuote, quoteOf } from './quotes';

/** Where a note stands in the document. */
export type Place =
  | { readonly kind: 'passage'; readonly from: number; readonly to: number }
  /** A block as a whole, or words in a field of its form. */
  | { readonly kind: 'block'; readonly block: string }
  | { readonly kind: 'story' }
  /** What it was about is no longer in the story. */
  | { readonly kind: 'gone' };

/** Finds a note's place by what it quotes: in its block, or, when that text has moved, in another. */
export function placeOf(note: Anchor, doc: Node): Place {
  if (note.block === null && note.passage === null) return { kind: 'story' };
  if (note.passage === null) return hasBlock(doc, note.block!) ? { kind: 'block', block: note.block! } : { kind: 'gone' };
  const home = note.block === null ? null : find(doc, note.passage, (id) => id === note.block, 0);
  // In another block the surroundings have to agree too: common words stand everywhere.
  return home ?? find(doc, note.passage, (id) => id !== note.block, note.passage.exact.length > 24 ? 0 : 6) ?? { kind: 'gone' };
}

function find(doc: Node, quote: Quote, isWanted: (id: string | null) => boolean, least: number): Place | null {
  let best: { readonly place: Place; readonly score: number } | null = null;
  doc.forEach((node, pos) => {
    if (!isWanted(idOf(node))) return;
    if (node.type === types.prose) {
      const { text, at } = charactersOf(node, pos);
      const found = findQuote(text, quote);
      if (found === null || found.score < least || found.score <= (best?.score ?? -1)) return;
      best = { place: { kind: 'passage', from: at[found.from]!, to: at[found.to - 1]! + 1 }, score: found.score };
    } else {
      const found = fieldTexts(blockAttrs(node).fields).map((text) => findQuote(text, quote)).find((one) => one !== null && one.score >= least);
      if (found && best === null) best = { place: { kind: 'block', block: idOf(node) ?? '' }, score: found.score };
    }
  });
  return (best as { readonly place: Place } | null)?.place ?? null;
}

function hasBlock(doc: Node, id: string): boolean {
  let found = false;
  doc.forEach((node) => (found ||= idOf(node) === id));
  return found;
}

function fieldTexts(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((one) => fieldTexts(one as Json));
  // Paragraphs stand in one field of the form, and a quote may go from one to the next.
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? [...inner, value.join('\n\n'), value.join('\n')] : inner;
}

/** The place after an edit; a passage whose words were deleted or replaced is looked for by its quote. */
export function mapPlace(place: Place, anchor: Anchor, mapping: Mapping, doc: Node): Place {
  switch (place.kind) {
    case 'passage': {
      const [from, to] = [mapping.map(place.from, 1), mapping.map(place.to, -1)];
      return from < to ? { kind: 'passage', from, to } : placeOf(anchor, doc);
    }
    case 'block':
      return hasBlock(doc, place.block) ? place : placeOf(anchor, doc);
    default:
      return place;
  }
}

/** What the program is told about a place; null when it cannot be told anything new. */
export function anchorAt(place: Place, note: Note, doc: Node): Anchor | null {
  if (place.kind === 'block') return { block: place.block, passage: note.passage };
  if (place.kind !== 'passage') return null;
  return anchorOfRange(doc, place.from, place.to);
}

/** The quote of a stretch of the document, up to the end of the text block that it begins in; null outside of text. */
export function anchorOfRange(doc: Node, from: number, to: number): Anchor | null {
  const $from = doc.resolve(from);
  if ($from.depth === 0) return null;
  const prose = $from.node(1);
  if (prose.type !== types.prose) return null;
  const { text, at } = charactersOf(prose, $from.before(1));
  const start = at.findIndex((pos) => pos >= from);
  const end = at.findLastIndex((pos) => pos < to) + 1;
  return start < 0 || end <= start ? null : { block: idOf(prose), passage: quoteOf(text, start, end) };
}
