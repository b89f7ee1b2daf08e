import { h } from '../dom';
import { TimeField } from '../times/time-field';
import { fact, openAct } from './act-dialog';
import { copyButton } from './copy';
import type { Desk } from './desk';
import { fullAddress, pathOf } from './standing';
import { chosenOf } from './walls';
import { whenChoice } from './when-choice';

/** Shows the newest words to readers, now or at a minute. */
export function openPublish(desk: Desk, start: 'now' | 'later' = 'now'): void {
  const { acts, saving, story, data } = desk;
  const standing = (): typeof acts.standing.now => acts.standing.now;
  const isUpdate = standing().live !== null;
  const embargo = standing().embargoUntil;
  const time = new TimeField(desk.server, { label: 'Goes live', mustBeAhead: true, value: embargo === null ? null : chosenOf(embargo, data.site.zone) });
  const when = whenChoice(time, embargo === null ? start : 'later', {
    now: isUpdate ? 'Now: readers see the changes at once' : 'Now: readers see it at once',
    later: 'At a time',
    notNow: embargo === null ? null : `Not before ${standing().embargoWords ?? ''}: it is under embargo`,
  }, () => opened.rename());

  const opened = openAct(desk, {
    title: isUpdate ? 'Publish changes' : 'Publish this story',
    confirm: () => (when.isNow() ? 'Publish now' : 'Schedule'),
    busy: 'One moment…',
    cancel: 'Not yet',
    savesFirst: true,
    issues: 'stop',
    touchesReaders: true,
    against: () => (standing().mayGo ? null : 'You changed approved words; they need approval again. Close this, and send them for review.'),
    problem: () => when.problem(),
    mail: () => 'Nobody is told by mail. When something stands against a chosen minute, you and the editors are.',
    draw: () => [
      h('dl', { class: 'act-facts' }, fact('Headline', h('span', { class: 'act-headline' }, story.headline() || 'None yet')), fact('Address', fullAddress(pathOf(standing()))),
        ...standing().approvals.slice(-1).map((approval) => fact('Approved by', `${approval.by}, ${desk.clock.moment(approval.at)}`))),
      when.element,
      when.isNow() || !standing().publication ? null : h('p', { class: 'hint' }, `It takes the place of what is scheduled for ${standing().publication!.words}.`),
      saving.conflicts.list.length === 0 ? null
        : h('p', { class: 'notice warn' }, `${saving.conflicts.list.length === 1 ? 'One choice between two texts waits' : `${saving.conflicts.list.length} choices between two texts wait`} above the story. What the story holds now is published.`),
    ],
    run: () => (when.isNow() ? acts.act('put', 'live', { revision: acts.revision }) : acts.act('put', 'schedule', { revision: acts.revision, ...time.value })),
    done: () => {
      const scheduled = standing().publication;
      if (scheduled !== null) {
        const words = `${isUpdate ? 'The changes go' : 'It goes'} live on ${scheduled.words}.`;
        return { words, shown: [h('p', { class: 'publish-live' }, words), h('p', { class: 'hint' }, 'The rules are looked at again at that minute. You can move it or give it up until then.')] };
      }
      const words = isUpdate ? 'The changes are live.' : 'It is live.';
      const address = pathOf(standing());
      return { words, shown: [
        h('p', { class: 'publish-live' }, words), h('p', { class: 'publish-address' }, fullAddress(address)),
        h('div', { class: 'actions' }, h('a', { class: 'button primary', href: address, target: '_blank' }, 'Read it as readers do', h('span', { class: 'hidden' }, ' (opens a new window)')), copyButton(fullAddress(address), 'Copy the address')),
      ] };
    },
  });
}
