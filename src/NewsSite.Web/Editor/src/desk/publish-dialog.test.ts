import { afterEach, describe, expect, it } from 'vitest';
import { done, failure, issue, settle, TestDesk } from './desk-fixture';
import { openForce } from './hold-dialogs';
import { openPublish } from './publish-dialog';

const approved = { state: 'approved', work: 'approved', mayGo: true } as const;

describe('Publication', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what will happen, then does it with one press and says where it is', async () => {
    const test = new TestDesk('editor', approved);
    test.asked.put.mockResolvedValue(done({ state: 'live', live: 'r7', address: '/news/storm' }));
    openPublish(test.desk);
    await settle();
    expect(test.words).toContain('Storm takes the pier');
    expect(test.words).toContain('/news/storm');
    expect(test.words).toContain('Front page');
    expect(test.words).toContain('and 1 feed, 1 list for search engines');
    expect(test.words).toContain('The bulletin of 5 May carries it, to 120 readers.');

    await test.press('Publish now');

    expect(test.asked.put).toHaveBeenCalledWith('articles/x/live', { revision: 'r7' });
    expect(test.words).toContain('It is live.');
    expect(test.store.now).toMatchObject({ state: 'live', live: 'r7', address: '/news/storm' });
  });

  it('waits for a minute that is typed in words', async () => {
    const test = new TestDesk('editor', approved);
    test.asked.put.mockResolvedValue(done({ ...approved, state: 'scheduled', publication: { id: 't', revision: 'r7', at: '2026-11-24 06:00', dueAt: '2026-11-24T06:00:00Z', words: 'Tuesday 24 November 2026, 6:00', by: 'Ada Quill', fault: null } }));
    openPublish(test.desk);
    await settle();
    test.choose('At a time');
    await test.press('Schedule');
    expect(test.words).toContain('Type a time');
    expect(test.asked.put).not.toHaveBeenCalled();

    test.write('Goes live', 'Tuesday 6am');
    test.button('Schedule').click();
    await settle(20);

    expect(test.asked.put).toHaveBeenCalledWith('articles/x/schedule', { revision: 'r7', at: '2026-11-24 06:00', occurrence: null });
    expect(test.words).toContain('It goes live on Tuesday 24 November 2026, 6:00.');
  });

  it('is not offered while something stops it, the story is not saved, or its words were changed after approval', async () => {
    const stopped = new TestDesk('editor', approved);
    stopped.issues = [issue('stop', 'Add the words that were said.'), issue('warn', 'Add a role.')];
    openPublish(stopped.desk);
    await settle();
    await stopped.press('Publish now');
    expect(stopped.asked.put).not.toHaveBeenCalled();
    expect(stopped.words).toContain('Stops publication');
    document.body.replaceChildren();

    const unsaved = new TestDesk('editor', approved);
    unsaved.isSaved = false;
    unsaved.state = { ...unsaved.state, typed: 1 };
    openPublish(unsaved.desk);
    await settle();
    expect(unsaved.button('Publish now').getAttribute('aria-disabled')).toBe('true');
    expect(unsaved.words).toContain('could not be saved');
    document.body.replaceChildren();

    const changed = new TestDesk('editor', { ...approved, work: 'draft', mayGo: false });
    openPublish(changed.desk);
    await settle();
    expect(changed.words).toContain('they need approval again');
    expect(changed.button('Publish now').getAttribute('aria-disabled')).toBe('true');
  });

  it('shows what somebody saved meanwhile before it goes to readers', async () => {
    const test = new TestDesk('editor', approved);
    test.asked.put.mockResolvedValue(failure(409, { detail: 'Laura Sharman has saved this story since.' }));
    openPublish(test.desk);
    await settle();

    await test.press('Publish now');

    expect(test.pull).toHaveBeenCalledWith({ revision: 'r8', savedBy: 'Laura Sharman' }, 'Laura Sharman');
    expect(test.words).toContain('Laura Sharman has saved this story since.');
    expect(test.button('Publish now').getAttribute('aria-disabled')).toBe('false');
  });

  it('cannot be now under an embargo, and begins with its end', async () => {
    const test = new TestDesk('editor', { ...approved, embargoUntil: '2026-11-24T06:00:00Z', embargoWords: 'Tuesday 24 November 2026, 6:00' });
    openPublish(test.desk);
    await settle(20);

    expect(test.words).toContain('Not before Tuesday 24 November 2026, 6:00: it is under embargo');
    expect(test.asked.get).toHaveBeenCalledWith('times?at=2026-11-24%2006%3A00', expect.anything());
    expect(test.button('Schedule').getAttribute('aria-disabled')).toBe('false');
  });

  it('without approval needs a reason that somebody else will read', async () => {
    const test = new TestDesk('administrator');
    test.asked.post.mockResolvedValue(done({ state: 'live', live: 'r7' }));
    openForce(test.desk);
    await settle();
    test.write('Why it cannot wait', 'Hurry');
    await test.press('Publish now');
    expect(test.asked.post).not.toHaveBeenCalled();

    test.write('Why it cannot wait', 'The flood warning is out at noon.');
    await test.press('Publish now');

    expect(test.asked.post).toHaveBeenCalledWith('articles/x/force', { revision: 'r7', reason: 'The flood warning is out at noon.' });
    expect(document.querySelector('dialog')).toBeNull();
  });
});
