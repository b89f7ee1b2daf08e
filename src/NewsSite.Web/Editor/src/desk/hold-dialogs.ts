import { h } from '../dom';
import { labelled } from '../menus/dialog';
import { TimeField } from '../times/time-field';
import { openAct } from './act-dialog';
import type { Desk } from './desk';
import { area, reasonFault, written } from './texts';
import { chosenOf, dayInWords } from './walls';

/** Holds the story back until a minute, or to a later one. */
export function openEmbargo(desk: Desk): void {
  const { acts } = desk;
  const { embargoUntil, embargoWords } = acts.standing.now;
  const time = new TimeField(desk.server, { label: 'Until', mustBeAhead: true, value: embargoUntil === null ? null : chosenOf(embargoUntil, desk.data.site.zone) });
  openAct(desk, {
    title: embargoUntil === null ? 'Embargo' : 'Move the embargo', confirm: () => (embargoUntil === null ? 'Put it under embargo' : 'Move it'), busy: 'One moment…', cancel: 'Leave it', savesFirst: true,
    mail: () => 'Nobody is told by mail.',
    draw: () => [
      h('p', {}, embargoUntil === null ? 'Until then nothing of it reaches readers: no page, list, feed, search or picture address. It cannot be published or scheduled for an earlier minute. Its end publishes nothing by itself.'
        : `It is under embargo until ${embargoWords ?? ''}. The end can be moved to a later minute; for an earlier one it has to be lifted.`),
      time.element,
    ],
    problem: async () => {
      await time.settled();
      return time.problem();
    },
    run: () => acts.act('put', 'embargo', { ...time.value }),
    done: () => `It is under embargo until ${acts.standing.now.embargoWords ?? 'then'}.`,
  });
}

/** Ends an embargo before its time. */
export function openLift(desk: Desk): void {
  const { acts } = desk;
  const reason = area(2, 300);
  openAct(desk, {
    title: 'Lift the embargo', confirm: () => 'Lift it now', busy: 'One moment…', cancel: 'Leave it', isDanger: true,
    mail: () => 'Nobody is told by mail.',
    draw: () => [
      h('p', {}, `It is under embargo until ${acts.standing.now.embargoWords ?? 'a later minute'}. Lifted, it can be published at once; nothing goes live by itself.`),
      labelled('Why it ends early', reason, 'It stays in the record. 10 to 300 characters.'),
    ],
    problem: () => reasonFault(reason, 'Say in a sentence why the embargo ends early; it stays in the record.'),
    run: () => acts.act('delete', 'embargo', { reason: written(reason) }),
    done: () => 'The embargo is lifted.',
  });
}

/** Gives the story a day in the calendar. */
export function openPlan(desk: Desk): void {
  const { acts } = desk;
  const { plannedDay } = acts.standing.now;
  const day = h('input', { type: 'date', value: plannedDay, min: desk.data.site.today });
  const none = h('button', { type: 'button', class: 'button', onclick: () => void opened.perform(() => acts.act('put', 'plan', { day: null }), () => 'It has no day in the calendar any more.') }, 'No day');
  const opened = openAct(desk, {
    title: 'Plan for a day', confirm: () => 'Plan for this day', busy: 'One moment…', cancel: 'Leave it', savesFirst: true, others: plannedDay === null ? [] : [none],
    draw: () => [h('p', {}, 'Colleagues see it in the calendar on that day. Nothing goes live by it, and readers are told nothing.'), labelled('Day', day)],
    problem: () => (day.value === '' ? 'Choose a day.' : null),
    run: () => acts.act('put', 'plan', { day: day.value }),
    done: () => `It is planned for ${dayInWords(day.value)}.`,
  });
}

/** Publication that nobody has approved. */
export function openForce(desk: Desk): void {
  const { acts, story } = desk;
  const reason = area(2, 300);
  const isUpdate = acts.standing.now.live !== null;
  openAct(desk, {
    title: isUpdate ? 'Publish changes without approval' : 'Publish without approval', confirm: () => 'Publish now', busy: 'Publishing…', cancel: 'Not yet', isDanger: true, savesFirst: true, issues: 'stop', touchesReaders: true,
    draw: () => [
      h('p', {}, `Nobody has approved ${story.headline() === '' ? 'these words' : `“${story.headline()}”`}. Readers see them at once, and they stand in a list of their own until somebody else has looked at them.`),
      labelled('Why it cannot wait', reason, 'Whoever looks at it afterwards reads this. 10 to 300 characters.'),
    ],
    problem: () => reasonFault(reason, 'Say in a sentence why it cannot wait for review; whoever looks at it afterwards reads it.'),
    run: () => acts.act('post', 'force', { revision: acts.revision, reason: written(reason) }),
    done: () => (isUpdate ? 'The changes are live, without approval.' : 'It is live, without approval.'),
  });
}

/** Takes a story back from its readers to go on with it. */
export function openBackToDraft(desk: Desk): void {
  const { acts } = desk;
  const reason = h('input', { type: 'text', maxlength: 300 });
  openAct(desk, {
    title: 'Back to draft', confirm: () => 'Take it back to draft', busy: 'One moment…', cancel: 'Leave it live', isDanger: true, touchesReaders: true,
    draw: () => [
      h('p', {}, 'Readers no longer find the story: its page says that it is not here, and lists and feeds leave it out. Nothing of the text is lost. What readers ought to be told is a withdrawal.'),
      labelled('Reason', reason, 'Optional. Colleagues see it in the history; readers do not.'),
    ],
    run: () => acts.act('delete', 'live', { reason: written(reason) }),
    done: () => 'The story is a draft again. Readers no longer see it.',
  });
}
