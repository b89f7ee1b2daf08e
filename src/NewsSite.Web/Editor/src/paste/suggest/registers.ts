import { bareName } from './speaker';
import type { Ask, KnownPerson, KnownSource, SuggestContext, Suggestion } from './suggestion';

/** What the registers know of the people and documents that suggestions ask for. */
export type Registers = Pick<SuggestContext, 'people' | 'sources'>;

/** A suggestion with the answers of the registers in its block. What they cannot answer for certain stays asked. */
export function resolved(suggestion: Suggestion, registers: Registers): Suggestion {
  const open: Ask[] = [];
  const fields: Record<string, string> = {};
  for (const ask of suggestion.asks) {
    const slug = ask.field === 'person' ? personOf(ask.words, registers.people) : sourceOf(ask.address, registers.sources);
    if (slug === null) open.push(ask);
    else fields[suggestion.kind === 'source' ? 'slug' : ask.field] = slug;
  }
  const pieces = suggestion.pieces.map((piece) => ('block' in piece ? { block: { ...piece.block, fields: { ...fields, ...piece.block.fields } } } : piece));
  return { ...suggestion, pieces, asks: open };
}

// The whole name, or a surname that only one of them has.
function personOf(given: string, people: readonly KnownPerson[]): string | null {
  const name = bareName(given);
  const same = people.filter((known) => known.name === given || bareName(known.name) === name);
  const meant = same.length > 0 || name.includes(' ') ? same : people.filter((known) => known.name.split(' ').at(-1) === name);
  return meant.length === 1 ? (meant[0]?.slug ?? null) : null;
}

function sourceOf(address: string | null, sources: readonly KnownSource[]): string | null {
  const bare = (text: string): string => text.replace(/^https?:\/\/(?:www\.)?|[/#]+$/gu, '').toLowerCase();
  return address === null ? null : (sources.find((known) => known.address !== null && bare(known.address) === bare(address))?.slug ?? null);
}
