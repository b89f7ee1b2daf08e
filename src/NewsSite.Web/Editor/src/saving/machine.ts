import type { Fault } from './faults';

/*
 What has been typed, sent, saved and kept, and what is to be done next. Nothing here knows of clocks, networks or browsers: every step is
 given the instant (in milliseconds) and answers with the next state and the acts that are due, so that all of it can be tested.
*/

/** Instants and lengths in milliseconds. */
export const pace = {
  /** A save begins this long after the last keystroke, and is done within two seconds of it. */
  pause: 1_200,
  /** While somebody types without a pause. */
  longest: 8_000,
  keepPause: 300,
  keepLongest: 800,
  /** Between tries; the last one goes on. */
  retries: [2_000, 4_000, 8_000, 15_000, 30_000],
  signedOut: 10_000,
  keepAgain: 5_000,
} as const;

export interface SavingState {
  /** The base of the next save; null before the first. */
  readonly revision: string | null;
  /** When the site last took something, as it says itself; null for never. */
  readonly savedAt: string | null;
  /** Changes are counted: this is the last one made, */
  readonly typed: number;
  /** this the last one that the site has confirmed, */
  readonly saved: number;
  /** and this the last one that this browser has kept, on the revision above. */
  readonly kept: number;
  /** Whether the browser holds a copy, however old. */
  readonly hasCopy: boolean;
  readonly typedAt: number;
  /** When the first change came that no save has carried yet; null for none. */
  readonly unsentSince: number | null;
  readonly unkeptSince: number | null;
  /** The change that the save under way carries. */
  readonly sending: number | null;
  readonly keeping: number | null;
  /** Save without waiting for a pause. */
  readonly urgent: boolean;
  readonly fault: Fault | null;
  readonly tries: number;
  /** Null while only another change or the writer's wish starts the next try. */
  readonly retryAt: number | null;
  /** When this browser refuses to keep anything: the instant of the next attempt; null while it works. */
  readonly keepAgainAt: number | null;
}

export type SavingEvent =
  | { readonly type: 'changed' | 'woke' | 'urged' | 'leaving' | 'asked' | 'offline' | 'online' | 'kept' | 'notKept' }
  | { readonly type: 'saved' | 'pulled'; readonly revision: string; readonly savedAt: string }
  /** Both changed the same: the content is now theirs with ours merged in, and goes out on the head. */
  | { readonly type: 'conflicted'; readonly head: string }
  /** A copy kept earlier is taken up again, on the revision that it was written on. */
  | { readonly type: 'resumed'; readonly revision: string | null }
  | { readonly type: 'failed'; readonly fault: Fault };

export type Act =
  | { readonly type: 'save'; readonly freshKey: boolean; readonly leaving: boolean }
  | { readonly type: 'keep' | 'forget' }
  /** Send `woke` at that instant; null for not at all. It replaces the one before. */
  | { readonly type: 'wake'; readonly at: number | null };

export interface Step {
  readonly state: SavingState;
  readonly acts: readonly Act[];
}

export function savingStart(revision: string | null, savedAt: string | null): SavingState {
  return {
    revision, savedAt, typed: 0, saved: 0, kept: 0, hasCopy: false, typedAt: 0, unsentSince: null, unkeptSince: null, sending: null, keeping: null,
    urgent: false, fault: null, tries: 0, retryAt: null, keepAgainAt: null,
  };
}

export const isUnsaved = (state: SavingState): boolean => state.saved < state.typed;
export const isKept = (state: SavingState): boolean => state.kept >= state.typed;

export function step(before: SavingState, event: SavingEvent, now: number): Step {
  return due(after(before, event, now), event, now);
}

function after(s: SavingState, event: SavingEvent, now: number): SavingState {
  switch (event.type) {
    case 'changed':
      return changed(s, now);
    case 'urged':
    case 'leaving':
      return isUnsaved(s) ? { ...s, urgent: true, unkeptSince: s.unkeptSince === null ? null : Number.NEGATIVE_INFINITY } : s;
    case 'asked':
      return isUnsaved(s) ? { ...s, urgent: true, retryAt: now } : s;
    case 'online':
      return s.fault === null || s.fault.kind === 'refused' ? s : { ...s, retryAt: now };
    case 'offline':
      return s.fault?.kind === 'failed' ? { ...s, fault: { kind: 'offline' } } : s;
    case 'saved':
      return confirmed({ ...s, saved: s.sending ?? s.saved, sending: null, fault: null, tries: 0, retryAt: null }, event, now);
    case 'pulled':
      return confirmed(s, event, now);
    case 'conflicted':
      return changed({ ...s, revision: event.head, sending: null, urgent: true, fault: null, tries: 0, retryAt: null, kept: -1, keeping: stale(s.keeping), unkeptSince: Number.NEGATIVE_INFINITY }, now);
    case 'resumed':
      return changed({ ...s, revision: event.revision, urgent: true, hasCopy: true }, now);
    case 'failed':
      return failed({ ...s, sending: null, urgent: false, fault: event.fault, tries: s.tries + 1 }, event.fault, now);
    case 'kept':
      return { ...s, kept: s.keeping ?? s.kept, keeping: null, hasCopy: true, keepAgainAt: null };
    case 'notKept':
      return { ...s, keeping: null, unkeptSince: s.unkeptSince ?? now, keepAgainAt: now + pace.keepAgain };
    case 'woke':
      return s;
  }
}

function changed(s: SavingState, now: number): SavingState {
  return { ...s, typed: s.typed + 1, typedAt: now, unsentSince: s.unsentSince ?? now, unkeptSince: s.unkeptSince ?? now };
}

/** What was kept meanwhile stands on an older revision: it is kept once more on this one, or it would seem to contradict our own save. */
function confirmed(s: SavingState, event: { readonly revision: string; readonly savedAt: string }, now: number): SavingState {
  const behind = isUnsaved(s);
  const unkeptSince = behind ? s.unkeptSince ?? now : null;
  return { ...s, revision: event.revision, savedAt: event.savedAt, kept: Math.min(s.kept, s.saved), keeping: stale(s.keeping), unkeptSince, urgent: s.urgent && behind };
}

/** A copy that is being written names a revision that is no longer the base. */
const stale = (keeping: number | null): number | null => (keeping === null ? null : -1);

function failed(s: SavingState, fault: Fault, now: number): SavingState {
  if (fault.kind === 'refused') return { ...s, retryAt: null };
  const steps = pace.retries;
  const wait = steps[Math.min(s.tries, steps.length) - 1]!;
  if (fault.kind === 'signedOut') return { ...s, retryAt: now + pace.signedOut };
  if (fault.kind === 'staleKey') return { ...s, retryAt: s.tries === 1 ? now : now + wait };
  return { ...s, retryAt: now + Math.max(wait, fault.kind === 'failed' ? fault.wait ?? 0 : 0) };
}

function due(s: SavingState, event: SavingEvent, now: number): Step {
  const acts: Act[] = [];
  const leaving = event.type === 'leaving';
  let state = s;
  if (state.sending === null && (saveAt(state) <= now || (leaving && isUnsaved(state)))) {
    const freshKey = state.fault?.kind === 'signedOut' || state.fault?.kind === 'staleKey';
    acts.push({ type: 'save', freshKey, leaving });
    state = { ...state, sending: state.typed, unsentSince: null, urgent: false };
  }
  if (state.keeping === null && keepAt(state) <= now) {
    acts.push({ type: 'keep' });
    state = { ...state, keeping: state.typed, unkeptSince: null };
  }
  if (state.keeping === null && state.hasCopy && !isUnsaved(state)) {
    acts.push({ type: 'forget' });
    state = { ...state, hasCopy: false };
  }
  const next = Math.min(state.sending === null ? saveAt(state) : Infinity, state.keeping === null ? keepAt(state) : Infinity);
  acts.push({ type: 'wake', at: Number.isFinite(next) ? next : null });
  return { state, acts };
}

function saveAt(s: SavingState): number {
  if (!isUnsaved(s)) return Infinity;
  if (s.retryAt !== null) return s.retryAt;
  if (s.fault?.kind === 'refused' && s.unsentSince === null) return Infinity;
  return s.urgent ? Number.NEGATIVE_INFINITY : Math.min(s.typedAt + pace.pause, (s.unsentSince ?? s.typedAt) + pace.longest);
}

function keepAt(s: SavingState): number {
  if (isKept(s) || !isUnsaved(s)) return Infinity;
  const wish = Math.min(s.typedAt + pace.keepPause, (s.unkeptSince ?? s.typedAt) + pace.keepLongest);
  return Math.max(wish, s.keepAgainAt ?? Number.NEGATIVE_INFINITY);
}
