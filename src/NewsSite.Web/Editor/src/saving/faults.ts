import { wordsOf, type Failure } from '../server';

/** Why the last save did not reach the site. */
export type Fault =
  /** No network, as the browser says. */
  | { readonly kind: 'offline' }
  /** No answer, or one that another try may change. */
  | { readonly kind: 'failed'; readonly words: string; readonly wait: number | null }
  | { readonly kind: 'signedOut' }
  /** The key against forged requests is too old; a fresh one is fetched before the next try. */
  | { readonly kind: 'staleKey' }
  /** The same content would be refused again: tried after the next change, or when asked. */
  | { readonly kind: 'refused'; readonly words: string };

/** What an answer means for the next try. `retryAfter` comes in seconds. */
export function faultOf(failure: Failure, online: boolean): Fault {
  const words = lowerFirst(wordsOf(failure).replace(/[.\s]+$/, ''));
  switch (failure.status) {
    case 0:
      return online ? { kind: 'failed', words: failure.aborted ? 'the newsroom took too long to answer' : words, wait: null } : { kind: 'offline' };
    case 401:
      return { kind: 'signedOut' };
    case 400:
      return { kind: 'staleKey' };
    case 403:
    case 404:
    case 413:
    case 422:
      return { kind: 'refused', words };
    default:
      return { kind: 'failed', words, wait: failure.retryAfter === null ? null : failure.retryAfter * 1000 };
  }
}

/** A sentence as the second half of another; names and abbreviations keep their capital where the second letter has one. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z’' ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
