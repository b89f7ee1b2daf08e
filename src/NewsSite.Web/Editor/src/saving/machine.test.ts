import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Fault } from './faults';
import { isKept, isUnsaved, pace, savingStart, step, type Act, type SavingEvent, type SavingState } from './machine';

/** A writer, a site and a browser around the machine, with a clock that the test turns. */
class Desk {
  now = 1_000_000;
  state: SavingState = savingStart('r0', '2026-11-22T13:00:00Z');
  readonly acts: { readonly at: number; readonly act: Act }[] = [];
  private wake: number | null = null;

  tell(event: SavingEvent): this {
    const { state, acts } = step(this.state, event, this.now);
    this.state = state;
    for (const act of acts) {
      if (act.type === 'wake') this.wake = act.at;
      else this.acts.push({ at: this.now, act });
    }
    return this;
  }

  type = (): this => this.tell({ type: 'changed' });
  saved = (revision: string): this => this.tell({ type: 'saved', revision, savedAt: '2026-11-22T14:02:00Z' });
  failed = (fault: Fault): this => this.tell({ type: 'failed', fault });

  pass(milliseconds: number, kept = true): this {
    const end = this.now + milliseconds;
    if (this.state.keeping !== null) this.tell({ type: kept ? 'kept' : 'notKept' });
    while (this.wake !== null && this.wake <= end) {
      this.now = Math.max(this.now, this.wake);
      this.tell({ type: 'woke' });
      if (this.state.keeping !== null) this.tell({ type: kept ? 'kept' : 'notKept' });
    }
    this.now = end;
    return this;
  }

  count = (type: Act['type']): number => this.acts.filter((a) => a.act.type === type).length;
  last = (type: Act['type']) => this.acts.filter((a) => a.act.type === type).at(-1);
}

const noAnswer: Fault = { kind: 'failed', words: 'the newsroom does not answer', wait: null };

describe('Saving by itself', () => {
  it('saves within two seconds of a pause and keeps the words before that', () => {
    const desk = new Desk().type();

    desk.pass(pace.keepPause);
    expect([desk.count('keep'), desk.count('save')]).toEqual([1, 0]);

    desk.pass(2000 - pace.keepPause);
    expect(desk.count('save')).toBe(1);
  });

  it('waits while somebody types, but never ten seconds', () => {
    const desk = new Desk();
    for (let i = 0; i < 70; i++) desk.type().pass(100);
    expect(desk.count('save')).toBe(0);

    for (let i = 0; i < 20; i++) desk.type().pass(100);

    expect(desk.count('save')).toBe(1);
  });

  it('keeps what was typed within a second, even without a pause', () => {
    const desk = new Desk();
    for (let i = 0; i < 50; i++) {
      desk.type().pass(100);
      expect(desk.state.typed - desk.state.kept).toBeLessThanOrEqual(10);
    }
  });

  it('saves at once when the field or window is left, and only if there is something to save', () => {
    const desk = new Desk().tell({ type: 'urged' });
    expect(desk.count('save')).toBe(0);

    desk.type().tell({ type: 'urged' });

    expect(desk.count('save')).toBe(1);
  });

  it('has one save under way, and starts another for what was typed meanwhile', () => {
    const desk = new Desk().type().pass(1500).type().tell({ type: 'urged' }).pass(9000);
    expect(desk.count('save')).toBe(1);

    desk.saved('r1').pass(2000);

    expect(desk.count('save')).toBe(2);
    expect(desk.state.revision).toBe('r1');
    desk.saved('r2');
    expect(isUnsaved(desk.state)).toBe(false);
  });

  it('forgets the kept copy once the site has everything, and not before', () => {
    const desk = new Desk().type().pass(1500).type().pass(500);
    desk.saved('r1');
    expect(desk.count('forget')).toBe(0);

    desk.pass(2000).saved('r2');

    expect(desk.count('forget')).toBe(1);
    expect(desk.state.hasCopy).toBe(false);
  });

  it('keeps again on the new base what was typed during a save', () => {
    const desk = new Desk().type().pass(1500).type().pass(500);
    expect(isKept(desk.state)).toBe(true);

    desk.saved('r1');
    expect(isKept(desk.state)).toBe(false);

    expect(isKept(desk.pass(1000).state)).toBe(true);
  });

  it('does not count a copy as kept that was written on an older base', () => {
    const desk = new Desk().type().tell({ type: 'urged' });
    expect(desk.state.keeping).not.toBeNull();

    desk.type().saved('r1').tell({ type: 'kept' });

    expect(isKept(desk.state)).toBe(false);
  });
});

describe('A save that fails', () => {
  it('is tried again at growing intervals, and goes on for ever', () => {
    const desk = new Desk().type().pass(1500);
    const tries: number[] = [];
    for (let i = 0; i < 8; i++) {
      const from = desk.failed(noAnswer).now;
      desk.pass(60_000);
      tries.push(desk.last('save')!.at - from);
    }

    expect(tries).toEqual([2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000, 30_000]);
  });

  it('is not tried sooner because of typing, a lost focus or a short Retry-After', () => {
    const desk = new Desk().type().pass(1500).failed({ ...noAnswer, wait: 1 } as Fault).type().tell({ type: 'urged' });

    desk.pass(1999);
    expect(desk.count('save')).toBe(1);
    expect(desk.pass(1).count('save')).toBe(2);
  });

  it('waits as long as the site asks', () => {
    const desk = new Desk().type().pass(1500).failed({ ...noAnswer, wait: 20_000 } as Fault);

    expect(desk.pass(19_999).count('save')).toBe(1);
    expect(desk.pass(1).count('save')).toBe(2);
  });

  it('is tried at once when the network is back or the writer asks', () => {
    for (const type of ['online', 'asked'] as const) {
      const desk = new Desk().type().pass(1500).failed({ kind: 'offline' });
      expect(desk.tell({ type }).count('save')).toBe(2);
    }
  });

  it('is said to be offline when the browser notices later', () => {
    const desk = new Desk().type().pass(1500).failed(noAnswer).tell({ type: 'offline' });

    expect(desk.state.fault).toEqual({ kind: 'offline' });
  });

  it('starts with short intervals again after a success', () => {
    const desk = new Desk().type().pass(1500).failed(noAnswer).pass(3000).failed(noAnswer).pass(5000).saved('r1').type().pass(1500).failed(noAnswer);

    expect(desk.state.retryAt).toBe(desk.now + 2000);
  });

  it('fetches a fresh key after a sign-out and once at once when the key is stale', () => {
    const out = new Desk().type().pass(1500).failed({ kind: 'signedOut' }).pass(pace.signedOut);
    expect(out.last('save')!.act).toMatchObject({ freshKey: true });

    const stale = new Desk().type().pass(1500).failed({ kind: 'staleKey' });
    expect(stale.count('save')).toBe(2);
    expect(stale.last('save')!.act).toMatchObject({ freshKey: true });
    stale.failed({ kind: 'staleKey' }).tell({ type: 'woke' });
    expect(stale.count('save')).toBe(2);
  });

  it('that the site refuses is tried again after a change, not by itself', () => {
    const desk = new Desk().type().pass(1500).failed({ kind: 'refused', words: 'the headline is too long' }).pass(120_000);
    expect(desk.count('save')).toBe(1);

    expect(desk.type().pass(2000).count('save')).toBe(2);
    expect(desk.failed({ kind: 'refused', words: 'still' }).tell({ type: 'asked' }).count('save')).toBe(3);
  });
});

describe('Leaving', () => {
  it('sends and keeps at once, whatever went wrong before', () => {
    const desk = new Desk().type().pass(1500).failed(noAnswer).type().tell({ type: 'leaving' });

    expect(desk.last('save')!.act).toMatchObject({ leaving: true });
    expect(desk.last('keep')!.at).toBe(desk.now);
  });

  it('does nothing when everything is saved', () => {
    expect(new Desk().tell({ type: 'leaving' }).acts).toEqual([]);
  });
});

describe('A browser that keeps nothing', () => {
  it('is asked again now and then', () => {
    const desk = new Desk().type().pass(1000, false);
    expect(isKept(desk.state)).toBe(false);
    const asked = desk.count('keep');

    desk.failed(noAnswer).pass(pace.keepAgain + 1000, false);

    expect(desk.count('keep')).toBe(asked + 1);
    expect(isKept(desk.pass(pace.keepAgain, true).state)).toBe(true);
  });
});

describe('Somebody else saved too', () => {
  it('sends the merged text on the head at once', () => {
    const desk = new Desk().type().pass(1500).tell({ type: 'conflicted', head: 'r9' });

    expect(desk.count('save')).toBe(2);
    expect(desk.state).toMatchObject({ revision: 'r9', fault: null });
  });

  it('takes up a kept copy on the revision it was written on', () => {
    const desk = new Desk().tell({ type: 'resumed', revision: 'old' });

    expect(desk.state.revision).toBe('old');
    expect(desk.count('save')).toBe(1);
  });
});

describe('Whatever happens', () => {
  const event = fc.oneof(
    { weight: 6, arbitrary: fc.constant<SavingEvent>({ type: 'changed' }) },
    fc.constantFrom<SavingEvent>({ type: 'urged' }, { type: 'leaving' }, { type: 'asked' }, { type: 'online' }, { type: 'offline' }),
    fc.constantFrom<Fault>({ kind: 'offline' }, noAnswer, { kind: 'signedOut' }, { kind: 'staleKey' }).map((fault): SavingEvent => ({ type: 'failed', fault })),
    fc.constantFrom<SavingEvent>({ type: 'saved', revision: 'rx', savedAt: 'x' }, { type: 'conflicted', head: 'ry' }),
  );

  it('never has two saves under way, keeps within a second and saves in the end', () => {
    fc.assert(fc.property(fc.array(fc.tuple(event, fc.nat(4000)), { maxLength: 60 }), (story) => {
      const desk = new Desk();
      for (const [happens, wait] of story) {
        const isAnswer = happens.type === 'saved' || happens.type === 'failed' || happens.type === 'conflicted';
        if (isAnswer && desk.state.sending === null) continue;
        const saves = desk.count('save');
        const busy = desk.state.sending !== null && !isAnswer;
        desk.tell(happens);
        if (busy) expect(desk.count('save')).toBe(saves);
        if (desk.state.keeping !== null) desk.tell({ type: 'kept' });
        desk.pass(wait);
        if (wait > 1000) expect(isKept(desk.state) || !isUnsaved(desk.state)).toBe(true);
      }

      for (let i = 0; i < 4; i++) {
        desk.pass(31_000);
        if (desk.state.sending !== null) desk.saved(`end${i}`);
      }

      expect(isUnsaved(desk.state)).toBe(false);
      expect(desk.state.hasCopy).toBe(false);
    }));
  });
});
