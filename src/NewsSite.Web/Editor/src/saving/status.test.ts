import { describe, expect, it } from 'vitest';
import { savingStart, type SavingState } from './machine';
import { spokenChange, statusOf, type Status } from './status';

const clock = (instant: string): string => instant.slice(11, 16);
const fresh = savingStart('r1', '2026-11-22T14:02:09Z');
const say = (state: Partial<SavingState>): string => statusOf({ ...fresh, ...state }, 1000, clock).text;

describe('The status of saving', () => {
  it('is said in every state', () => {
    expect(statusOf(savingStart(null, null), 0, clock).text).toBe('Nothing to save yet');
    expect(say({})).toBe('Saved 14:02');
    expect(say({ typed: 1 })).toBe('Not saved yet');
    expect(say({ typed: 1, sending: 1 })).toBe('Saving');
    expect(say({ typed: 1, kept: 1, fault: { kind: 'offline' } })).toBe('Offline: kept on this device');
    expect(say({ typed: 1, kept: 1, retryAt: 9000, fault: { kind: 'failed', words: 'the newsroom is busy', wait: null } }))
      .toBe('Could not save: the newsroom is busy, trying again in 8 s');
    expect(say({ typed: 1, kept: 1, fault: { kind: 'signedOut' } })).toBe('You have been signed out. Your text is kept on this device.');
    expect(say({ typed: 1, kept: 1, fault: { kind: 'refused', words: 'the headline is too long' } }))
      .toBe('Could not save: the headline is too long. Your text is kept on this device.');
  });

  it('never says kept before it is, nor saved while something is not', () => {
    expect(say({ typed: 2, kept: 1, fault: { kind: 'offline' } })).toBe('Offline: being kept on this device');
    expect(say({ typed: 2, kept: 1, keepAgainAt: 5000, fault: { kind: 'offline' } })).toContain('not kept: this browser stores nothing');
    expect(say({ typed: 3, saved: 2 })).toBe('Not saved yet');
  });

  it('is spoken when something goes wrong and when it is right again, never in the rhythm of autosave', () => {
    const of = (kind: Status['kind'], text = kind as string): Status => ({ kind, text, act: null });

    expect(spokenChange(of('saved'), of('unsaved'), false)).toBeNull();
    expect(spokenChange(of('saving'), of('saved', 'Saved 14:02'), false)).toBeNull();
    expect(spokenChange(of('saving'), of('saved', 'Saved 14:02'), true)).toBe('Saved 14:02');
    expect(spokenChange(of('offline'), of('saved', 'Saved 14:03'), false)).toBe('Saved 14:03');
    expect(spokenChange(of('saving'), of('failed', 'Could not save: x, trying again in 8 s'), false)).toBe('Could not save: x. It is tried again by itself.');
    expect(spokenChange(of('failed', 'a, trying again in 8 s'), of('failed', 'a, trying again in 7 s'), false)).toBeNull();
  });
});
