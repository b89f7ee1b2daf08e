import type { MenuItem } from '../menus/menu-button';
import type { Desk } from './desk';
import { openBackToDraft, openEmbargo, openForce, openLift, openPlan } from './hold-dialogs';
import type { Next } from './next';
import { openPreviewLinks } from './preview-links';
import { openApprove, openInReview, openSendBack, openSubmit } from './review-dialogs';
import { openScheduled, openScheduledWithdrawal } from './scheduled-dialog';
import { openWithdraw } from './withdraw-dialog';

/** What leads out of the window. */
export interface Ways {
  readonly preview: () => void;
  readonly leaveFor: (path: string) => void;
}

/** Everything that can be done with the story as a whole, in the order of its life. */
export function deskMenu(desk: Desk, next: Next | null, ways: Ways): MenuItem[] {
  const { acts, may, data } = desk;
  const { now } = acts.standing;
  const path = `/newsroom/articles/${data.article.id}`;
  const isSaved = acts.revision !== null;
  const [writes, approves, publishes, isLive] = [may('writeStories'), may('approveStories'), may('publishStories'), now.live !== null];
  const inReview = now.work === 'inReview';
  const canLose = isLive || now.publication !== null;
  const item = (isOffered: boolean, label: string, run: () => void, more: Partial<MenuItem> = {}): MenuItem | null => (isOffered ? { label, run, ...more } : null);
  const section = (...items: (MenuItem | null)[]): MenuItem[] => items.filter((one) => one !== null).map((one, i) => (i === 0 ? { ...one, begins: true } : one));
  return [
    ...section(
      item(true, 'Preview', ways.preview, { keys: 'Ctrl+P' }),
      item(isSaved, 'History', () => ways.leaveFor(`${path}/history`)),
      item(may('makePreviewLinks'), 'Preview links…', () => openPreviewLinks(data.article.id, desk.server, desk.saving, desk.clock)),
      item(now.address !== null, 'Read it as readers do', () => void window.open(now.address!, '_blank')),
      item(isLive && may('answerComments'), 'Comments of readers', () => ways.leaveFor(`/newsroom/comments/stories/${data.article.id}`))),
    ...section(
      item(writes && inReview, 'Take back…', () => openInReview(desk)),
      item(approves && now.work !== 'draft', 'Send back…', () => openSendBack(desk)),
      // The way of review stays open where readers have seen these words before.
      item(writes && now.work === 'draft' && next?.act === 'publish', 'Send for review…', () => openSubmit(desk)),
      item(approves && inReview && next?.act === 'scheduled', 'Approve…', () => openApprove(desk)),
      item(may('forcePublication') && next?.isIdle !== true && !now.mayGo, 'Publish without approval…', () => openForce(desk))),
    ...section(
      item(writes && now.publication !== null && next?.act !== 'scheduled', 'Scheduled publication…', () => openScheduled(desk)),
      item(writes && !isLive, now.plannedDay === null ? 'Plan for a day…' : 'Change the planned day…', () => openPlan(desk)),
      item(writes && !isLive, now.embargoUntil === null ? 'Embargo…' : 'Move the embargo…', () => openEmbargo(desk)),
      item(publishes && now.embargoUntil !== null, 'Lift the embargo…', () => openLift(desk))),
    ...section(
      item(now.address !== null && may('correctStories'), 'Add a correction…', () => ways.leaveFor(`${path}/corrections`)),
      item(publishes && now.withdrawal !== null, 'Scheduled withdrawal…', () => openScheduledWithdrawal(desk)),
      item(publishes && now.withdrawal === null && canLose, 'Schedule withdrawal…', () => openWithdraw(desk, 'later')),
      item(publishes && isLive, 'Withdraw…', () => openWithdraw(desk, 'now'), { danger: true }),
      item(publishes && isLive, 'Back to draft…', () => openBackToDraft(desk), { danger: true })),
  ];
}
