import type { Conflict } from '../conflicts/merge';
import type { Failure, Server } from '../server';
import type { Content, Issue, State, Work } from '../story';
import { faultOf, type Fault } from './faults';

export interface SaveRequest {
  readonly base: string | null;
  readonly content: Content;
  readonly reason: string | null;
  /** Of this window: a save whose answer was lost is then no stranger to the next one. */
  readonly tab: string;
}

/** The answer of PUT articles/{id}/draft. */
export interface Saved {
  readonly revision: string;
  readonly savedAt: string;
  readonly slug: string;
  readonly state: State;
  /** A save over approved words ends their approval. */
  readonly work: Work;
  readonly live: string | null;
  /** What the revision holds when it is not what was sent: somebody else's changes are in it. */
  readonly merged: Content | null;
  /** Whose they are, whoever saved first. */
  readonly mergedOf: readonly string[];
  readonly issues: readonly Issue[];
}

export interface Head {
  readonly revision: string;
  readonly savedBy: string;
  readonly savedAt: string;
}

/** The problem of a 409: both changed the same. */
export interface Clash {
  readonly head: Head;
  /** Theirs where both changed. */
  readonly merged: Content;
  readonly conflicts: readonly Conflict[];
}

export type Outcome =
  | { readonly kind: 'saved'; readonly saved: Saved }
  | { readonly kind: 'clash'; readonly clash: Clash }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** A request that takes longer is given up and made again. */
const patience = 20_000;

/** Browsers refuse larger ones when the page is on its way out; then the copy on this device has to do. */
const keepaliveLimit = 60_000;

export async function sendDraft(server: Server, article: string, request: SaveRequest, how: { readonly freshKey: boolean; readonly leaving: boolean }): Promise<Outcome> {
  if (how.freshKey) {
    const key = await server.get<{ readonly token: string }>('antiforgery', { signal: AbortSignal.timeout(patience) });
    if (key.ok) server.antiforgery = key.body.token;
    else if (key.status !== 404) return { kind: 'fault', fault: faultOf(key, navigator.onLine) };
  }
  const keepalive = how.leaving && new Blob([JSON.stringify(request)]).size < keepaliveLimit;
  const answer = await server.put<Saved>(`articles/${article}/draft`, request, { keepalive, signal: AbortSignal.timeout(patience) });
  if (answer.ok) return { kind: 'saved', saved: answer.body };
  const clash = clashOf(answer);
  return clash === null ? { kind: 'fault', fault: faultOf(answer, navigator.onLine) } : { kind: 'clash', clash };
}

function clashOf({ status, problem }: Failure): Clash | null {
  if (status !== 409 || typeof problem['head'] !== 'object' || typeof problem['merged'] !== 'object' || !Array.isArray(problem['conflicts'])) return null;
  return problem as unknown as Clash;
}
