import './desk.css';
import { announce } from '../announce';
import { blockName } from '../checks/block-name';
import { h } from '../dom';
import type { StoryEditor } from '../editor-app';
import { icon } from '../icons';
import { menuButton } from '../menus/menu-button';
import { clockOf } from '../saving/clock';
import { isUnsaved } from '../saving/machine';
import type { Saving } from '../saving/saving';
import { StoryAddress } from '../shell/story-address';
import type { EditorData, Issue } from '../story';
import { Acts } from './acts';
import type { Desk } from './desk';
import { deskMenu } from './desk-menu';
import { nextOf, partsOf, pendingLabel, scheduledLabel, type Looking } from './next';
import { openPublish } from './publish-dialog';
import { openApprove, openInReview, openSendBack, openSubmit, openWaiting } from './review-dialogs';
import { openScheduled, openScheduledWithdrawal } from './scheduled-dialog';
import { StandingStore, standingOf, stateWords } from './standing';
import { standingNotices } from './standing-view';
import { watchStanding } from './watch-standing';

/** What happens to the story as a whole: where it stands, the act that comes next, preview, and the rest in a menu. */
export function startDesk(editor: StoryEditor, data: EditorData, saving: Saving): void {
  const { id } = data.article;
  let issues: readonly Issue[] = data.article.issues;
  const standing = new StandingStore({ ...standingOf(data.article), ...data.standing });
  const desk: Desk = {
    data, saving, server: editor.server, acts: new Acts(id, editor.server, saving, standing), clock: clockOf(data.site.zone),
    may: (permission) => data.may.includes(permission),
    story: { headline: () => editor.fields.values.headline, issues: () => issues, blockName: (block) => blockName(editor, block), show: (issue) => editor.focusIssue(issue) },
  };

  const badge = h('span', { class: 'state' });
  const pending = h('span', { class: 'badge desk-pending' });
  const embargo = h('span', { class: 'badge desk-embargo' }, 'Embargo');
  const preview = h('button', { type: 'button', class: 'button small', title: 'Ctrl+P', onclick: () => editor.act('preview') }, 'Preview');
  const beside = h('button', { type: 'button', class: 'button small', onclick: () => (standing.now.work === 'inReview' ? openSendBack(desk) : openScheduled(desk)) });
  const primary = h('button', { type: 'button', class: 'button small primary', 'aria-keyshortcuts': 'Control+Shift+Enter', onclick: () => act() });
  const ways = { preview: () => editor.act('preview'), leaveFor: (path: string) => void leaveFor(path) };
  const more = h('div', { class: 'desk-more' }, menuButton('More for this story', icon('more'), () => deskMenu(desk, nextOf(standing.now, looking()), ways), (attributes) => h('button', { ...attributes, class: 'icon' })));
  const notices = standingNotices(desk.clock, data.site.today, desk.may('publishStories') ? (kind) => (kind === 'publication' ? openScheduled(desk) : openScheduledWithdrawal(desk)) : null);
  editor.shell.status.before(h('p', { class: 'desk-state' }, badge, pending, embargo));
  editor.shell.actions.replaceChildren(preview, beside, primary, more);
  editor.shell.notices.append(notices.dom);
  editor.shell.addDetail('slug', new StoryAddress(id, editor.server, saving, standing).dom);

  const looking = (): Looking => ({
    me: data.me.name, may: desk.may, revision: saving.state.revision, today: data.site.today,
    isSame: standing.now.live !== null && standing.now.live === saving.state.revision && !isUnsaved(saving.state),
  });

  function act(): void {
    const now = standing.now;
    switch (nextOf(now, looking())?.act) {
      case 'submit': return openSubmit(desk);
      case 'reviewed': return openInReview(desk);
      case 'approve': return openApprove(desk);
      case 'publish': return openPublish(desk);
      case 'scheduled':
      case 'failed': return openScheduled(desk);
      case 'alreadyApproved': return openWaiting('Approved by you', ['You wrote in it yourself, so one more person has to approve it before it can be published.']);
      case 'cleared': return openWaiting('Approved', [`${now.approvals.at(-1)?.by ?? 'Somebody'} has approved it. An editor or an administrator publishes or schedules it.`, 'If you change a word now, it needs approval again.']);
      case 'live': return announce('Readers see everything that is here.');
      case undefined: return;
    }
  }

  let drawn = '';
  function show(): void {
    notices.show(standing.now, watch.approvalEnded());
    const who = looking();
    const now = JSON.stringify([standing.now, who.isSame, who.revision !== null, who.revision === standing.now.publication?.revision]);
    if (now === drawn) return;
    drawn = now;
    const { state, work, publication, embargoWords } = standing.now;
    const next = nextOf(standing.now, who);
    badge.className = `state ${state}`;
    badge.textContent = stateWords[state];
    write(pending, pendingLabel(standing.now, who.isSame));
    pending.hidden = pending.textContent === '';
    embargo.hidden = embargoWords === null;
    embargo.title = embargoWords === null ? '' : `Until ${embargoWords}`;
    primary.hidden = next === null;
    write(primary, next?.label ?? '');
    primary.title = [next?.why ?? '', next?.isIdle === true ? '' : 'Ctrl+Shift+Enter'].filter((words) => words !== '').join(' · ');
    primary.setAttribute('aria-disabled', String(next?.isIdle ?? true));
    primary.classList.toggle('is-failed', next?.act === 'failed');
    primary.classList.toggle('is-waiting', next !== null && ['reviewed', 'cleared', 'alreadyApproved', 'scheduled'].includes(next.act));
    const [sendsBack, isScheduled] = [work === 'inReview' && desk.may('approveStories'), publication !== null && next?.act !== 'scheduled' && next?.act !== 'failed' && desk.may('writeStories')];
    beside.hidden = !(sendsBack && next?.act !== 'scheduled') && !isScheduled;
    beside.textContent = sendsBack ? 'Send back…' : scheduledLabel(standing.now, data.site.today);
  }

  async function leaveFor(path: string): Promise<void> {
    await saving.saveNow();
    location.assign(path);
  }

  editor.onAct('preview', () => void openPreview(id, saving));
  editor.onAct('next', () => act());
  saving.news.on((news) => (issues = news.issues));
  const watch = watchStanding(desk, show);
  saving.changed.on(show);
  standing.changed.on(show);
  show();
}

/** On a phone the words that a badge says too are heard, not seen. */
function write(element: HTMLElement, label: string): void {
  element.replaceChildren(...partsOf(label).map(({ words, isSpare }) => (isSpare ? h('span', { class: 'spare' }, words) : words)));
}

/** The window is opened at once, while the press still counts, and filled once everything is saved. */
async function openPreview(id: string, saving: Saving): Promise<void> {
  const path = `/newsroom/articles/${id}/preview`;
  const page = window.open(isUnsaved(saving.state) ? 'about:blank' : path, `preview-${id}`);
  if (!isUnsaved(saving.state)) return;
  if (await saving.saveNow()) {
    if (page === null) location.assign(path);
    else page.location.assign(path);
    return;
  }
  page?.close();
  announce('The story could not be saved, so there is nothing new to preview.');
}
