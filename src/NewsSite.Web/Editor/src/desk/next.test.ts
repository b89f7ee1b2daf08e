import { describe, expect, it } from 'vitest';
import { mayAs, standing } from './desk-fixture';
import { nextOf, partsOf, pendingLabel, type Looking } from './next';
import type { Standing, Timed } from './standing';

const waits = (revision: string, fault: string | null = null): Timed => ({ id: 't', revision, at: '2026-11-24 06:00', dueAt: '2026-11-24T06:00:00Z', words: 'Tuesday 24 November 2026, 6:00', by: 'Laura', fault });
const looking = (role: string, more: Partial<Looking> = {}): Looking => ({ me: 'Ada Quill', may: mayAs(role), revision: 'r7', isSame: false, today: '2026-11-22', ...more });
const label = (role: string, now: Partial<Standing>, more: Partial<Looking> = {}): string | null => nextOf(standing(now), looking(role, more))?.label ?? null;

describe('What comes next', () => {
  it('is review for a draft, whoever wrote it', () => {
    for (const role of ['journalist', 'editor', 'administrator']) expect(label(role, {})).toBe('Send for review');
    expect(label('journalist', { state: 'live', live: 'r1' })).toBe('Send changes for review');
    expect(label('moderator', {})).toBeNull();
  });

  it('is approval for those who may give it, and waiting for the others', () => {
    const now = { state: 'inReview', work: 'inReview', workBy: 'Ada Quill' } as const;
    expect(label('journalist', now)).toBe('In review');
    expect(label('editor', now)).toBe('Approve');
    expect(label('editor', { ...now, live: 'r1' })).toBe('Approve changes');
    expect(label('editor', { ...now, isWriter: true })).toBe('Approve (one more needed)');
    const one = { by: 'Laura Sharman', at: '2026-11-22T14:00:00Z', suffices: false, note: null };
    expect(label('editor', { ...now, isWriter: true, approvals: [one] })).toBe('Approve');
    expect(label('editor', { ...now, isWriter: true, approvals: [{ ...one, by: 'Ada Quill' }] })).toBe('You have approved it');
  });

  it('is publication once the words may go to readers', () => {
    expect(label('editor', { state: 'approved', work: 'approved', mayGo: true })).toBe('Publish…');
    expect(label('editor', { state: 'live', live: 'r1', work: 'approved', mayGo: true })).toBe('Publish changes…');
    expect(label('journalist', { state: 'approved', work: 'approved', mayGo: true })).toBe('Approved');
    expect(label('editor', { state: 'withdrawn', mayGo: true })).toBe('Publish…');
  });

  it('is the chosen minute while it waits, unless newer words were written', () => {
    expect(label('editor', { state: 'scheduled', work: 'approved', mayGo: true, publication: waits('r7') })).toBe('Scheduled: Tue 24 Nov, 6:00');
    expect(label('journalist', { state: 'live', live: 'r1', work: 'approved', mayGo: true, publication: waits('r7') })).toBe('Changes scheduled: Tue 24 Nov, 6:00');
    expect(label('editor', { state: 'scheduled', work: 'approved', mayGo: true, publication: waits('r7', 'Add a byline.') })).toBe('It did not go live');
    expect(label('editor', { state: 'scheduled', publication: waits('r6') })).toBe('Send for review');
  });

  it('is nothing when readers see everything', () => {
    expect(nextOf(standing({ state: 'live', live: 'r7' }), looking('editor', { isSame: true }))).toMatchObject({ label: 'Live', isIdle: true });
  });
});

describe('A label on a phone', () => {
  const seen = (label: string): string => partsOf(label).filter((part) => !part.isSpare).map((part) => part.words).join('');

  it('leaves out what the badge says too', () => {
    expect(['Send changes for review', 'Approve (one more needed)', 'Publish changes…', 'Publish…', 'Scheduled: Tue 24 Nov, 6:00', 'Changes scheduled: Tue 24 Nov, 6:00', 'Changes not yet live'].map(seen))
      .toEqual(['Send for review', 'Approve', 'Publish…', 'Publish…', 'Tue 24 Nov, 6:00', 'Tue 24 Nov, 6:00', 'Changes']);
  });
});

describe('The badge beside the state', () => {
  it('says where changes stand of a story that readers see, and nothing where that is the state itself', () => {
    expect(pendingLabel(standing({ state: 'live', live: 'r1' }), false)).toBe('Changes not yet live');
    expect(pendingLabel(standing({ state: 'live', live: 'r1', work: 'inReview' }), false)).toBe('Changes in review');
    expect(pendingLabel(standing({ state: 'live', live: 'r1', work: 'approved' }), false)).toBe('Changes approved');
    expect(pendingLabel(standing({ state: 'live', live: 'r1' }), true)).toBe('');
    expect(pendingLabel(standing({ state: 'inReview', work: 'inReview' }), false)).toBe('');
    expect(pendingLabel(standing({ state: 'withdrawn', work: 'inReview' }), false)).toBe('In review');
    expect(pendingLabel(standing({ state: 'scheduled', publication: waits('r6') }), false)).toBe('Newer words');
  });
});
