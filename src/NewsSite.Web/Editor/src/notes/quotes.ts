import type { Quote } from './note';

const around = 32;

/** The quote of a stretch of a text. */
export function quoteOf(text: string, from: number, to: number): Quote {
  return { exact: text.slice(from, to), prefix: text.slice(Math.max(0, from - around), from), suffix: text.slice(to, to + around) };
}

export interface Found {
  readonly from: number;
  readonly to: number;
  /** How many characters around it agree. */
  readonly score: number;
}

/** Where a quote stands in a text: of several places the one whose surroundings agree best; null when the words are gone. */
export function findQuote(text: string, quote: Quote): Found | null {
  let best: Found | null = null;
  for (let at = quote.exact === '' ? -1 : text.indexOf(quote.exact); at >= 0; at = text.indexOf(quote.exact, at + 1)) {
    const to = at + quote.exact.length;
    const score = agreeBefore(text, at, quote.prefix) + agreeAfter(text, to, quote.suffix);
    if (best === null || score > best.score) best = { from: at, to, score };
  }
  return best ?? between(text, quote);
}

/** The words were edited while nobody watched, but what stood around them is still there. */
function between(text: string, { exact, prefix, suffix }: Quote): Found | null {
  if (prefix.length < 8 || suffix.length < 8) return null;
  const start = text.indexOf(prefix);
  const from = start + prefix.length;
  const to = start < 0 ? -1 : text.indexOf(suffix, from);
  return to <= from || to - from > 2 * exact.length + around ? null : { from, to, score: prefix.length + suffix.length };
}

function agreeBefore(text: string, at: number, prefix: string): number {
  let n = 0;
  while (n < prefix.length && at - 1 - n >= 0 && text[at - 1 - n] === prefix[prefix.length - 1 - n]) n++;
  return n;
}

function agreeAfter(text: string, to: number, suffix: string): number {
  let n = 0;
  while (n < suffix.length && text[to + n] === suffix[n]) n++;
  return n;
}
