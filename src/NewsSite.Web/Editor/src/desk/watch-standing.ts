import { announce } from '../announce';
import type { Desk } from './desk';
import { stateWords, type Standing } from './standing';

/** While something is awaited: others act, and minutes come. */
const interval = 15_000;

export interface WatchedStanding {
  /** Whether a save of this window ended an approval that has not been given again. */
  approvalEnded(): boolean;
}

/** Keeps the standing true: after saves, when the window is looked at again, and now and then while somebody else's act or a minute is awaited. */
export function watchStanding(desk: Desk, changed: () => void): WatchedStanding {
  const { acts, saving } = desk;
  const { standing } = acts;
  let ended = false;
  let revision = saving.state.revision;

  saving.news.on((news) => {
    const before = standing.now;
    const [isFirst, isNew] = [revision === null, revision !== saving.state.revision];
    revision = saving.state.revision;
    if (before.work === 'approved' && news.work === 'draft') {
      ended = true;
      announce('You changed approved words; they need approval again.');
    }
    // Until the answer comes: what is known of it already.
    const work = news.work ?? before.work;
    standing.set({ state: news.state, slug: news.slug, live: news.live, work, mayGo: before.mayGo && !(isNew && work !== 'approved') });
    changed();
    if (isFirst || news.work === undefined || news.work !== 'draft' || before.work !== 'draft' || before.mayGo) void acts.refresh();
  });
  standing.changed.on((now) => {
    if (now.work !== 'draft') ended = false;
  });

  const isAwaited = ({ work, publication, withdrawal, embargoUntil }: Standing): boolean => work !== 'draft' || publication !== null || withdrawal !== null || embargoUntil !== null;
  async function look(): Promise<void> {
    if (document.visibilityState === 'hidden' || saving.state.fault !== null || document.querySelector('dialog[open]')) return;
    const before = standing.now;
    await acts.refresh();
    const spoken = whatHappened(before, standing.now);
    if (spoken !== null) announce(spoken);
  }
  window.addEventListener('focus', () => void look());
  setInterval(() => {
    if (isAwaited(standing.now)) void look();
  }, interval);
  return { approvalEnded: () => ended };
}

/** What somebody else, or the clock, has done to the story meanwhile; null for nothing worth saying. */
export function whatHappened(before: Standing, now: Standing): string | null {
  if (before.live !== now.live && now.live !== null) return before.live === null ? 'It is live.' : 'The changes are live.';
  if (before.state !== now.state && (now.state === 'withdrawn' || before.live !== null)) return `The story is ${now.state === 'draft' ? 'a draft again' : stateWords[now.state].toLowerCase()}.`;
  if (before.work !== now.work) return now.work === 'approved' ? 'It has been approved.' : now.work === 'inReview' ? 'It is in review.' : now.sentBack === null ? 'It is a draft again.' : 'It has been sent back. The note is above the story.';
  if (before.approvals.length < now.approvals.length) return `${now.approvals.at(-1)!.by} has approved it.`;
  if (before.publication?.fault == null && now.publication?.fault != null) return 'It did not go live. What stands against it is above the story.';
  return null;
}
