import type { Standing } from './standing';
import { shortly } from './walls';

/** What whoever looks at the story can do with it next. */
export type NextAct = 'submit' | 'reviewed' | 'approve' | 'alreadyApproved' | 'publish' | 'cleared' | 'scheduled' | 'failed' | 'live';

export interface Next {
  readonly act: NextAct;
  readonly label: string;
  /** What the button cannot say, for its tooltip; "" for nothing. */
  readonly why: string;
  /** Whether there is nothing to do. */
  readonly isIdle: boolean;
}

export interface Looking {
  readonly me: string;
  readonly may: (permission: string) => boolean;
  /** The newest revision that is saved. */
  readonly revision: string | null;
  /** Whether readers see all that is here. */
  readonly isSame: boolean;
  /** The site's day, yyyy-MM-dd. */
  readonly today: string;
}

/** The one act that is expected next; null for those who may only read. */
export function nextOf(standing: Standing, who: Looking): Next | null {
  if (!who.may('writeStories')) return null;
  const changes = standing.live !== null;
  const next = (act: NextAct, label: string, why = '', isIdle = false): Next => ({ act, label, why, isIdle });
  if (who.isSame) return next('live', 'Live', 'Readers see everything that is here', true);
  const { publication } = standing;
  if (publication !== null && publication.revision === who.revision) {
    return publication.fault === null ? next('scheduled', scheduledLabel(standing, who.today), `Goes live on ${publication.words}`)
      : next('failed', 'It did not go live', publication.fault);
  }
  if (standing.work === 'inReview') return inReview(standing, who, changes, next);
  if (standing.work === 'approved' || standing.mayGo) {
    return who.may('publishStories') ? next('publish', changes ? 'Publish changes…' : 'Publish…') : next('cleared', changes ? 'Changes approved' : 'Approved', 'An editor or an administrator publishes it');
  }
  return next('submit', changes ? 'Send changes for review' : 'Send for review');
}

function inReview(standing: Standing, who: Looking, changes: boolean, next: (act: NextAct, label: string, why?: string) => Next): Next {
  if (!who.may('approveStories')) return next('reviewed', changes ? 'Changes in review' : 'In review', 'Somebody who did not write it approves it or sends it back');
  if (standing.approvals.some((approval) => approval.by === who.me)) return next('alreadyApproved', 'You have approved it', 'You wrote in it yourself, so one more person has to approve it');
  const label = changes ? 'Approve changes' : 'Approve';
  return isFirstOfTwo(standing) ? next('approve', `${label} (one more needed)`, 'You wrote these words, so another person has to approve them too') : next('approve', label);
}

/** Whether an approval by whoever looks would leave another one to be given. */
export const isFirstOfTwo = ({ isWriter, approvals }: Standing): boolean => isWriter && approvals.length === 0;

/** "Scheduled: Tue 24 Nov, 6:00"; null when nothing waits to go live. */
export function scheduledLabel({ publication, live }: Standing, today: string): string {
  return publication === null ? '' : `${live === null ? 'Scheduled' : 'Changes scheduled'}: ${shortly(publication.at, today)}`;
}

/** The parts of a label, and which of them only have room beside one another: what the badge says too goes first. */
export function partsOf(label: string): readonly { readonly words: string; readonly isSpare: boolean }[] {
  return label.split(/(^Scheduled: |^Changes scheduled: | changes(?= for| *…|$)| \(one more needed\)| not yet live$)/).filter((words) => words !== '')
    .map((words) => ({ words, isSpare: /^(Scheduled: |Changes scheduled: | changes| \(one more| not yet)/.test(words) }));
}

/** Beside the state of the story: where the newest words stand when that is something else. "" for nothing to say. */
export function pendingLabel(standing: Standing, isSame: boolean): string {
  const isLive = standing.live !== null;
  if (!isLive && standing.state !== 'withdrawn') {
    // Scheduled words stay scheduled while newer ones are written.
    if (standing.state !== 'scheduled') return '';
    return standing.work === 'draft' ? 'Newer words' : standing.work === 'inReview' ? 'Newer words in review' : '';
  }
  if (isSame) return '';
  if (standing.work === 'inReview') return isLive ? 'Changes in review' : 'In review';
  if (standing.work === 'approved') return isLive ? 'Changes approved' : 'Approved';
  return isLive ? 'Changes not yet live' : '';
}
