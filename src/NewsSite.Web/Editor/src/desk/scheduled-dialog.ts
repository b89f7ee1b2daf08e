import { h } from '../dom';
import { TimeField } from '../times/time-field';
import { fact, openAct } from './act-dialog';
import type { Desk } from './desk';
import { openPublish } from './publish-dialog';
import { openWaiting } from './review-dialogs';
import type { Timed } from './standing';
import { chosenOf } from './walls';
import { openWithdraw } from './withdraw-dialog';

/** What waits to go live: move it, do it now, or give it up. */
export function openScheduled(desk: Desk): void {
  const { acts } = desk;
  const waiting = acts.standing.now.publication;
  if (waiting === null) return;
  if (!desk.may('publishStories')) return openWaiting('Scheduled', [`It goes live on ${waiting.words}, as ${waiting.by} chose. An editor or an administrator can move it.`, 'Words that you change now are not in it: they need approval first.']);
  const isNewest = waiting.revision === acts.revision;
  const now = h('button', { type: 'button', class: 'button', onclick: () => {
    opened.close();
    openPublish(desk);
  } }, 'Publish now…');
  const opened = openTimed(desk, waiting, {
    title: waiting.fault === null ? 'Scheduled' : 'It did not go live',
    label: 'Goes live',
    facts: [isNewest ? null : fact('Which words', 'The approved ones. What was written since is not in them.')],
    now: isNewest ? now : null,
    giveUp: 'Do not publish',
    run: () => acts.act('delete', 'schedule'),
    givenUp: 'It is not scheduled any more.',
    moved: () => `It goes live on ${acts.standing.now.publication?.words ?? 'another minute'}.`,
    touchesReaders: true,
  });
}

/** What waits to be withdrawn. */
export function openScheduledWithdrawal(desk: Desk): void {
  const { acts } = desk;
  const waiting = acts.standing.now.withdrawal;
  if (waiting === null) return;
  const now = h('button', { type: 'button', class: 'button', onclick: () => {
    opened.close();
    openWithdraw(desk, 'now');
  } }, 'Withdraw now…');
  const opened = openTimed(desk, waiting, {
    title: waiting.fault === null ? 'Scheduled withdrawal' : 'It was not withdrawn',
    label: 'Is withdrawn',
    facts: [],
    now: acts.standing.now.live === null ? null : now,
    giveUp: 'Do not withdraw',
    run: () => acts.act('delete', 'withdrawal'),
    givenUp: 'It is not going to be withdrawn any more.',
    moved: () => `It is withdrawn on ${acts.standing.now.withdrawal?.words ?? 'another minute'}.`,
    touchesReaders: false,
  });
}

interface TimedSetting {
  readonly title: string;
  readonly label: string;
  readonly facts: readonly (HTMLElement | null)[];
  readonly now: HTMLElement | null;
  readonly giveUp: string;
  readonly run: Parameters<ReturnType<typeof openAct>['perform']>[0];
  readonly givenUp: string;
  readonly moved: () => string;
  readonly touchesReaders: boolean;
}

function openTimed(desk: Desk, waiting: Timed, setting: TimedSetting): ReturnType<typeof openAct> {
  const time = new TimeField(desk.server, { label: waiting.fault === null ? 'Move it to' : setting.label, mustBeAhead: true, value: waiting.fault === null ? chosenOf(waiting.dueAt, desk.data.site.zone) : null });
  const giveUp = h('button', { type: 'button', class: 'button danger', onclick: () => void opened.perform(setting.run, () => setting.givenUp) }, setting.giveUp);
  const opened = openAct(desk, {
    title: setting.title, confirm: () => (waiting.fault === null ? 'Move it' : 'Schedule it again'), busy: 'One moment…', cancel: waiting.fault === null ? 'Leave it' : 'Decide later',
    touchesReaders: setting.touchesReaders,
    others: [giveUp, ...(setting.now === null ? [] : [setting.now])],
    mail: () => 'When something stands against it at that minute, it stays as it is, and you and the editors are told by mail.',
    draw: () => [
      waiting.fault === null ? null : h('p', { class: 'notice stop' }, waiting.fault),
      h('dl', { class: 'act-facts' }, fact(waiting.fault === null ? setting.label : 'It was to be on', h('span', { class: 'act-headline' }, waiting.words)), fact('Chosen by', waiting.by), ...setting.facts.filter((one) => one !== null)),
      time.element,
    ],
    problem: async () => {
      await time.settled();
      return time.problem();
    },
    run: () => desk.acts.move(waiting.id, { ...time.value }),
    done: setting.moved,
  });
  return opened;
}
