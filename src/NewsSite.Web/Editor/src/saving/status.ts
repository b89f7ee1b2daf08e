import { isKept, isUnsaved, type SavingState } from './machine';

export type StatusKind = 'new' | 'saved' | 'unsaved' | 'saving' | 'offline' | 'failed' | 'refused' | 'signedOut';

export interface Status {
  readonly kind: StatusKind;
  readonly text: string;
  /** What the writer can do about it. */
  readonly act: 'tryNow' | 'signIn' | null;
}

/** What is true of the text at this instant, in words. `clock` gives the time of day of an instant. */
export function statusOf(state: SavingState, now: number, clock: (instant: string) => string): Status {
  const { fault } = state;
  if (!isUnsaved(state)) {
    return state.savedAt === null ? { kind: 'new', text: 'Nothing to save yet', act: null } : { kind: 'saved', text: `Saved ${clock(state.savedAt)}`, act: null };
  }
  if (fault === null) return state.sending === null ? { kind: 'unsaved', text: 'Not saved yet', act: null } : { kind: 'saving', text: 'Saving', act: null };
  const kept = keptWords(state);
  switch (fault.kind) {
    case 'offline':
      return { kind: 'offline', text: `Offline: ${kept}`, act: 'tryNow' };
    case 'signedOut':
      return { kind: 'signedOut', text: `You have been signed out. Your text is ${kept}.`, act: 'signIn' };
    case 'refused':
      return state.sending === null ? { kind: 'refused', text: `Could not save: ${fault.words}. Your text is ${kept}.`, act: 'tryNow' } : saving;
    case 'staleKey':
      return state.sending === null ? { kind: 'failed', text: `Could not save, ${again(state, now)}`, act: 'tryNow' } : saving;
    case 'failed':
      return { kind: 'failed', text: `Could not save: ${fault.words}, ${again(state, now)}`, act: 'tryNow' };
  }
}

const saving: Status = { kind: 'saving', text: 'Saving', act: null };

function keptWords(state: SavingState): string {
  if (isKept(state)) return 'kept on this device';
  return state.keepAgainAt === null ? 'being kept on this device' : 'not kept: this browser stores nothing, so leave the page open';
}

function again(state: SavingState, now: number): string {
  if (state.sending !== null) return 'trying again';
  const seconds = Math.max(1, Math.ceil(((state.retryAt ?? now) - now) / 1000));
  return `trying again in ${seconds} s`;
}

const quiet: ReadonlySet<StatusKind> = new Set(['new', 'saved', 'unsaved', 'saving']);

/**
 * What a screen reader is told: faults and their end, never the ordinary rhythm of autosave or a countdown. Null for nothing.
 * `wished` is true after the writer asked for a save.
 */
export function spokenChange(before: Status | null, now: Status, wished: boolean): string | null {
  if (now.kind === 'saved') return wished || (before !== null && !quiet.has(before.kind)) ? now.text : null;
  if (quiet.has(now.kind) || before?.kind === now.kind) return null;
  return now.text.replace(/, trying again.*$/, '. It is tried again by itself.');
}
