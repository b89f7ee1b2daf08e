import { Signal } from '../saving/signal';
import type { Draft, State, Work } from '../story';

export type WithdrawalReason = 'publishedInError' | 'superseded' | 'legal';

/** What waits for its minute. */
export interface Timed {
  readonly id: string;
  /** The revision that goes live; null for a withdrawal. */
  readonly revision: string | null;
  /** On the site's clock on the wall, such as "2026-11-24 06:00". */
  readonly at: string;
  readonly dueAt: string;
  /** Such as "Tuesday 24 November 2026, 6:00". */
  readonly words: string;
  readonly by: string;
  /** What stood against it at its minute; null when nothing did, or it has not come. */
  readonly fault: string | null;
}

export interface Approval {
  readonly by: string;
  readonly at: string;
  /** Whether it suffices alone: its giver did not write these words. */
  readonly suffices: boolean;
  readonly note: string | null;
}

/** Where the story stands on its way to readers: the answer of GET articles/{id}/standing. */
export interface Standing {
  readonly state: State;
  readonly work: Work;
  readonly slug: string | null;
  /** The revision that readers see; null for none. */
  readonly live: string | null;
  /** Its page; null while readers see none. */
  readonly address: string | null;
  /** Who sent it for review; null while nobody has. */
  readonly workBy: string | null;
  readonly workAt: string | null;
  /** Until it is sent for review again. */
  readonly sentBack: { readonly by: string; readonly at: string; readonly note: string } | null;
  /** Of the newest words. */
  readonly approvals: readonly Approval[];
  /** Whether whoever looks at it wrote the newest words, so that their approval alone does not suffice. */
  readonly isWriter: boolean;
  /** Whether the newest words may go to readers as they are. */
  readonly mayGo: boolean;
  readonly publication: Timed | null;
  readonly withdrawal: Timed | null;
  /** Until when nothing of it reaches readers; null for no embargo. */
  readonly embargoUntil: string | null;
  readonly embargoWords: string | null;
  /** yyyy-MM-dd */
  readonly plannedDay: string | null;
  readonly withdrawnFor: WithdrawalReason | null;
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

/** Of a story of which no more is known than its draft. */
export const standingOf = ({ state, slug, live, address }: Pick<Draft, 'state' | 'slug' | 'live' | 'address'>): Standing => ({
  state, slug, live, address, work: 'draft', workBy: null, workAt: null, sentBack: null, approvals: [], isWriter: false, mayGo: false,
  publication: null, withdrawal: null, embargoUntil: null, embargoWords: null, plannedDay: null, withdrawnFor: null,
});

export const stateWords: Readonly<Record<State, string>> = {
  draft: 'Draft', inReview: 'In review', approved: 'Approved', scheduled: 'Scheduled', live: 'Live', withdrawn: 'Withdrawn',
};

/** Why it is withdrawn, to stand after "Withdrawn: ". */
export const reasonWords: Readonly<Record<WithdrawalReason, string>> = {
  publishedInError: 'published in error', superseded: 'superseded by another page', legal: 'for legal reasons',
};

/** The page of a story, as it will be. */
export const pathOf = ({ slug, address }: Pick<Standing, 'slug' | 'address'>): string => address ?? `/news/${slug ?? ''}`;

/** The full address, to be copied. */
export const fullAddress = (address: string): string => new URL(address, location.origin).href;
