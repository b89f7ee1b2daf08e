import { afterEach, describe, expect, it } from 'vitest';
import { deskMenu } from './desk-menu';
import { done, failure, mayAs, settle, standing, TestDesk } from './desk-fixture';
import { openEmbargo, openPlan } from './hold-dialogs';
import { nextOf } from './next';
import { openApprove, openSendBack, openSubmit } from './review-dialogs';
import { openScheduled } from './scheduled-dialog';
import type { Standing, Timed } from './standing';
import { factsOf, standingNotices } from './standing-view';
import { whatHappened } from './watch-standing';
import { openWithdraw } from './withdraw-dialog';

const waits = (fault: string | null = null): Timed => ({ id: 't1', revision: 'r7', at: '2026-11-24 06:00', dueAt: '2026-11-24T06:00:00Z', words: 'Tuesday 24 November 2026, 6:00', by: 'Laura Sharman', fault });
const inReview = { state: 'inReview', work: 'inReview', workBy: 'Laura Sharman', workAt: '2026-11-22T14:02:00Z' } as const;

afterEach(() => document.body.replaceChildren());

describe('Review', () => {
  it('begins with the newest words and a note', async () => {
    const test = new TestDesk('journalist');
    test.asked.post.mockResolvedValue(done(inReview));
    openSubmit(test.desk);
    await settle();
    test.write('Note for whoever reads it', '  The figures are from page 4. ');
    await test.press('Send for review');

    expect(test.asked.post).toHaveBeenCalledWith('articles/x/submit', { revision: 'r7', note: 'The figures are from page 4.' });
    expect(test.store.now.work).toBe('inReview');
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('says who is told, and that a writer’s approval is not enough', async () => {
    const other = new TestDesk('editor', inReview);
    openApprove(other.desk);
    await settle();
    expect(other.words).toContain('Laura Sharman is told by mail.');
    document.body.replaceChildren();

    const own = new TestDesk('editor', { ...inReview, workBy: 'Ada Quill', isWriter: true });
    openApprove(own.desk);
    await settle();
    expect(own.words).toContain('one more person has to approve them');
    expect(own.words).toContain('Nobody is told by mail.');
  });

  it('gives nothing back without a note', async () => {
    const test = new TestDesk('editor', inReview);
    test.asked.post.mockResolvedValue(done({ sentBack: { by: 'Ada Quill', at: '2026-11-22T15:00:00Z', note: 'Who says so?' } }));
    openSendBack(test.desk);
    await settle();
    await test.press('Send it back');
    expect(test.words).toContain('Say what is missing');
    expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
    test.write('What is missing', 'Who says so?');
    await test.press('Send it back');

    expect(test.asked.post).toHaveBeenCalledWith('articles/x/send-back', { note: 'Who says so?' });
  });

  it('says a rule in the program’s words and asks anew where the story stands', async () => {
    const test = new TestDesk('editor', inReview);
    test.asked.post.mockResolvedValue(failure(422, { detail: 'Nobody has sent these words for review yet.' }));
    openApprove(test.desk);
    await settle();
    await test.press('Approve');

    expect(test.words).toContain('Nobody has sent these words for review yet.');
    expect(test.asked.get).toHaveBeenCalledWith('articles/x/standing');
  });
});

describe('What is scheduled', () => {
  it('is moved, or given up', async () => {
    const test = new TestDesk('editor', { state: 'scheduled', work: 'approved', mayGo: true, publication: waits() });
    test.asked.put.mockResolvedValue(done({ state: 'scheduled', publication: waits() }));
    test.asked.delete.mockResolvedValue(done({ state: 'approved' }));
    openScheduled(test.desk);
    await settle(20);
    test.button('Move it').click();
    await settle(20);
    expect(test.asked.put).toHaveBeenCalledWith('timed/t1', { at: '2026-11-24 06:00', occurrence: null });

    openScheduled(test.desk);
    await settle(20);
    await test.press('Do not publish');
    expect(test.asked.delete).toHaveBeenCalledWith('articles/x/schedule', {});
  });

  it('says what stood against it at its minute', async () => {
    const test = new TestDesk('editor', { state: 'scheduled', work: 'approved', mayGo: true, publication: waits('Add a byline.') });
    openScheduled(test.desk);
    await settle();
    expect(test.words).toContain('Add a byline.');
    expect(test.button('Schedule it again').getAttribute('aria-disabled')).toBe('false');
  });
});

describe('Withdrawal', () => {
  it('asks why, and where a superseded story leads', async () => {
    const test = new TestDesk('editor', { state: 'live', live: 'r7', address: '/news/storm' });
    test.asked.post.mockResolvedValue(done({ state: 'withdrawn', withdrawnFor: 'superseded' }));
    openWithdraw(test.desk, 'now');
    await settle();
    await test.press('Withdraw it now');
    expect(test.words).toContain('Choose why');
    test.choose('Superseded');
    await test.press('Withdraw it now');
    expect(test.words).toContain('Find the page that takes its place');
    test.write('Page that takes its place', '/news/storm-again');
    expect(test.words).toContain('Its address will lead to /news/storm-again');
    test.write('Note for readers', 'The newer story has the council’s figures.');
    await test.press('Withdraw it now');

    expect(test.asked.post).toHaveBeenCalledWith('articles/x/withdraw', { reason: 'superseded', note: 'The newer story has the council’s figures.', to: '/news/storm-again', why: null });
  });

  it('for legal reasons tells readers no more', async () => {
    const test = new TestDesk('editor', { state: 'live', live: 'r7', address: '/news/storm' });
    test.asked.put.mockResolvedValue(done({ state: 'live', live: 'r7', withdrawal: { ...waits(), revision: null } }));
    openWithdraw(test.desk, 'later');
    await settle();
    test.choose('Published in error');
    test.write('Note for readers', 'A slip.');
    test.choose('Legal');
    test.write('Is withdrawn', 'Tuesday 6am');
    test.button('Schedule the withdrawal').click();
    await settle(20);

    expect(test.asked.put).toHaveBeenCalledWith('articles/x/withdrawal', { reason: 'legal', note: null, to: null, why: null, at: '2026-11-24 06:00', occurrence: null });
  });
});

describe('Embargo and plan', () => {
  it('take a minute and a day', async () => {
    const test = new TestDesk('journalist');
    test.asked.put.mockResolvedValue(done({ embargoUntil: '2026-11-24T06:00:00Z', embargoWords: 'Tuesday 24 November 2026, 6:00' }));
    openEmbargo(test.desk);
    await settle();
    test.write('Until', 'Tuesday 6am');
    test.button('Put it under embargo').click();
    await settle(20);
    expect(test.asked.put).toHaveBeenCalledWith('articles/x/embargo', { at: '2026-11-24 06:00', occurrence: null });

    openPlan(test.desk);
    await settle();
    test.write('Day', '2026-11-25');
    await test.press('Plan for this day');
    expect(test.asked.put).toHaveBeenCalledWith('articles/x/plan', { day: '2026-11-25' });
  });
});

describe('The menu of the story', () => {
  const labels = (role: string, now: Partial<Standing>): string[] => {
    const test = new TestDesk(role, now);
    const next = nextOf(standing(now), { me: 'Ada Quill', may: mayAs(role), revision: 'r7', isSame: now.live === 'r7', today: '2026-11-22' });
    return deskMenu(test.desk, next, { preview: () => undefined, leaveFor: () => undefined }).map((item) => item.label);
  };

  it('offers what the person may do where the story stands', () => {
    expect(labels('journalist', inReview)).toEqual(['Preview', 'History', 'Preview links…', 'Take back…', 'Plan for a day…', 'Embargo…']);
    expect(labels('administrator', {})).toContain('Publish without approval…');
    expect(labels('editor', {})).not.toContain('Publish without approval…');
    expect(labels('editor', { state: 'live', live: 'r7', address: '/news/storm' })).toEqual(['Preview', 'History', 'Preview links…', 'Read it as readers do', 'Add a correction…', 'Schedule withdrawal…', 'Withdraw…', 'Back to draft…']);
    expect(labels('journalist', { state: 'live', live: 'r7', address: '/news/storm' })).toEqual(['Preview', 'History', 'Preview links…', 'Read it as readers do']);
    expect(labels('editor', { embargoUntil: '2026-11-24T06:00:00Z' })).toEqual(expect.arrayContaining(['Move the embargo…', 'Lift the embargo…']));
  });
});

describe('Where the story stands', () => {
  const clock = { time: () => '14:02', moment: () => '14:02' };

  it('is one line, and what needs somebody is a notice above it', () => {
    const now = standing({ ...inReview, plannedDay: '2026-11-25', embargoWords: 'Tuesday 24 November 2026, 6:00', approvals: [{ by: 'Ada Quill', at: '', suffices: false, note: null }] });
    expect(factsOf(now, clock, '2026-11-22')).toEqual([
      'Planned for Wednesday 25 November 2026', 'Sent for review by Laura Sharman, 14:02', 'Approved by Ada Quill, 14:02 (wrote in it, so one more approval is needed)', 'Under embargo until Tuesday 24 November 2026, 6:00',
    ]);
    const notices = standingNotices(clock, '2026-11-22', null);
    notices.show(standing({ sentBack: { by: 'Laura Sharman', at: '', note: 'Who says so?' }, publication: waits('Add a byline.') }), true);
    expect(notices.dom.textContent).toContain('It did not go live on Tuesday 24 November 2026, 6:00. Add a byline.');
    expect(notices.dom.textContent).toContain('Sent back by Laura Sharman, 14:02Who says so?');
    expect(notices.dom.textContent).toContain('You changed approved words; they need approval again.');
  });

  it('is told when somebody else or the clock has changed it', () => {
    expect(whatHappened(standing(inReview), standing({ state: 'approved', work: 'approved' }))).toBe('It has been approved.');
    expect(whatHappened(standing(inReview), standing({ sentBack: { by: 'L', at: '', note: 'n' } }))).toContain('sent back');
    expect(whatHappened(standing({ state: 'scheduled', publication: waits() }), standing({ state: 'live', live: 'r7' }))).toBe('It is live.');
    expect(whatHappened(standing({ publication: waits() }), standing({ publication: waits('x') }))).toContain('did not go live');
    expect(whatHappened(standing({ state: 'live', live: 'r7' }), standing({ state: 'withdrawn' }))).toBe('The story is withdrawn.');
    expect(whatHappened(standing(), standing())).toBeNull();
  });
});
