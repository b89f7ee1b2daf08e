// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { done, standing, TestDesk } from './desk-fixture';

/** An answer that comes when it is told to. */
function late(body: object): { promise: Promise<object>; come: () => void } {
  let come = (): void => undefined;
  const promise = new Promise<object>((resolve) => (come = () => resolve({ ok: true, status: 200, body })));
  return { promise, come };
}

describe('Where a story stands', () => {
  it('is not undone by an answer that was asked for before an act and comes after it', async () => {
    const test = new TestDesk('editor', { state: 'approved', work: 'approved', mayGo: true });
    const before = late(standing({ state: 'approved', work: 'approved', mayGo: true }));
    test.asked.get.mockReturnValueOnce(before.promise);
    test.asked.put.mockResolvedValue(done({ state: 'live', live: 'r7', address: '/news/storm' }));

    const looking = test.desk.acts.refresh();
    await test.desk.acts.act('put', 'live', { revision: 'r7' });
    before.come();
    await looking;

    expect(test.store.now).toMatchObject({ state: 'live', address: '/news/storm' });
  });

  it('is what was asked for last, in whatever order the answers come', async () => {
    const test = new TestDesk('editor');
    const [first, second] = [late(standing({ state: 'inReview', work: 'inReview' })), late(standing({ state: 'approved', work: 'approved' }))];
    test.asked.get.mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise);

    const asked = [test.desk.acts.refresh(), test.desk.acts.refresh()];
    second.come();
    await asked[1];
    first.come();
    await asked[0];

    expect(test.store.now.work).toBe('approved');
  });
});
