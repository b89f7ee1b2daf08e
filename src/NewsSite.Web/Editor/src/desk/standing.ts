import { Signal } from '../saving/signal';
import type { Draft, State } from '../story';

/** Where the story stands with its readers. */
export interface Standing {
  readonly state: State;
  readonly slug: string | null;
  /** The revision that readers see; null for none. */
  readonly live: string | null;
  /** Its page; null while readers see none. */
  readonly address: string | null;
}

export class StandingStore {
  readonly changed = new Signal<Standing>();

  constructor(public now: Standing) {}

  set(next: Partial<Standing>): void {
    const before = JSON.stringify(this.now);
    this.now = { ...this.now, ...next };
    if (JSON.stringify(this.now) !== before) this.changed.send(this.now);
  }
}

export const standingOf = ({ state, slug, live, address }: Draft): Standing => ({ state, slug, live, address });

export const stateWords: Readonly<Record<State, string>> = {
  draft: 'Draft', inReview: 'In review', approved: 'Approved', scheduled: 'Scheduled', live: 'Live', withdrawn: 'Withdrawn',
};

/** The full address, to be copied. */
export const fullAddress = (address: string): string => new URL(address, location.origin).href;
