import { h } from '../dom';
import { labelled, openDialog } from '../menus/dialog';
import { openAct } from './act-dialog';
import type { Desk } from './desk';
import { isFirstOfTwo } from './next';
import { area, missing, written } from './texts';

const longestNote = 1000;
const told = (desk: Desk): string => desk.acts.standing.now.workBy ?? 'whoever sent it';

/** Asks somebody else to look at the newest words. */
export function openSubmit(desk: Desk): void {
  const note = area(3, longestNote);
  const { standing } = desk.acts;
  const isUpdate = standing.now.live !== null;
  openAct(desk, {
    title: isUpdate ? 'Send the changes for review' : 'Send for review',
    confirm: () => 'Send for review', busy: 'Sending…', cancel: 'Not yet', savesFirst: true, issues: 'tell',
    mail: () => 'Nobody is told by mail.',
    draw: () => [
      h('p', {}, `${isUpdate ? 'Readers go on seeing the story as it is.' : 'Readers see nothing yet.'} Editors find it among the stories that wait for them; somebody who did not write it approves it, or sends it back with a note.`),
      labelled('Note for whoever reads it', note, 'Optional: what to look at, what is still open.'),
    ],
    run: () => desk.acts.act('post', 'submit', { revision: desk.acts.revision, note: written(note) }),
    done: () => 'It is in review.',
  });
}

/** Says that these words may go to readers. */
export function openApprove(desk: Desk): void {
  const { standing } = desk.acts;
  const note = area(2, longestNote);
  const isUpdate = standing.now.live !== null;
  openAct(desk, {
    title: isUpdate ? 'Approve the changes' : 'Approve this story',
    confirm: () => 'Approve', busy: 'Approving…', cancel: 'Not yet', savesFirst: true, issues: 'tell',
    against: () => (standing.now.work === 'inReview' ? null : 'It is not in review any more.'),
    mail: () => isFirstOfTwo(standing.now) || told(desk) === desk.data.me.name ? 'Nobody is told by mail.' : `${told(desk)} is told by mail.`,
    draw: () => [
      isFirstOfTwo(standing.now) ? h('p', { class: 'notice' }, 'You began these words, sent them for review or saved them last, so your approval alone is not enough: one more person has to approve them.')
        : h('p', {}, 'You say that these words may go to readers. They can be published or scheduled then; readers see nothing yet. A change of a word ends the approval.'),
      labelled('Note', note, 'Optional. It stays with the approval.'),
    ],
    run: () => desk.acts.act('post', 'approve', { revision: desk.acts.revision, note: written(note) }),
    done: () => (standing.now.work === 'approved' ? (desk.may('publishStories') ? 'Approved. It can be published now.' : 'Approved.') : 'Approved by you. One more person has to approve it.'),
  });
}

/** Gives a story back to its writers. */
export function openSendBack(desk: Desk): void {
  const { standing } = desk.acts;
  const note = area(4, longestNote);
  openAct(desk, {
    title: 'Send it back', confirm: () => 'Send it back', busy: 'Sending it back…', cancel: 'Not yet', savesFirst: true,
    mail: () => `${told(desk)} is told by mail, with your note.`,
    draw: () => [
      h('p', {}, `It is a draft again, and your note stands above the story until it is sent for review again.${standing.now.work === 'approved' ? ' The approval ends.' : ''}${standing.now.publication === null ? '' : ` It does not go live on ${standing.now.publication.words}.`}`),
      labelled('What is missing', note),
    ],
    problem: () => missing(note, written(note) === null ? 'Say what is missing; the writer reads it.' : null),
    run: () => desk.acts.act('post', 'send-back', { note: written(note) }),
    done: () => 'It has been sent back.',
  });
}

/** For those who wait: where it stands, and the way back. */
export function openInReview(desk: Desk): void {
  const { now } = desk.acts.standing;
  openAct(desk, {
    title: 'In review', confirm: () => 'Take it back', busy: 'One moment…', cancel: 'Leave it in review',
    draw: () => [
      h('p', {}, `${now.workBy ?? 'Somebody'} sent it for review${now.workAt === null ? '' : ` at ${desk.clock.moment(now.workAt)}`}. An editor or an administrator who did not write it approves it, or sends it back with a note.`),
      h('p', {}, 'You can go on writing: whoever reviews it sees your changes. Taken back, it is a draft until you send it again.'),
    ],
    run: () => desk.acts.act('post', 'take-back'),
    done: () => 'It is a draft again.',
  });
}

/** For those who have done their part. */
export function openWaiting(title: string, words: readonly string[]): void {
  const opened = openDialog(title, [h('div', { class: 'act' }, ...words.map((one) => h('p', {}, one)))], [h('button', { type: 'button', class: 'button', autofocus: true, onclick: () => opened.close() }, 'Back to the story')], { className: 'act-dialog' });
}
