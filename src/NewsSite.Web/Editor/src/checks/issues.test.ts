import { describe, expect, it, vi } from 'vitest';
import type { Issue } from '../story';
import { countsOf, issueList } from './issues';

const issue = (severity: Issue['severity'], message: string, block: string | null = null, field: string | null = null): Issue => ({ severity, message, block, field, passage: null, rule: null });

describe('The list of checks', () => {
  it('puts what stops publication first, says where, and leads there', () => {
    const show = vi.fn();
    const stop = issue('stop', 'Add the words that were said.', 's');
    const issues = [issue('hint', 'Name the month.', 'p'), stop, issue('warn', 'Add a standfirst.', null, 'standfirst')];

    const list = issueList(issues, (id) => (id === 's' ? 'Statement' : 'Text'), show);

    expect([...list.querySelectorAll('h3')].map((h3) => h3.textContent)).toEqual(['Stops publication 1', 'Worth a look 1', 'House style 1']);
    expect([...list.querySelectorAll('.check-about')].map((p) => p.textContent)).toEqual(['Statement', 'Standfirst', 'Text']);
    list.querySelector('button')!.click();
    expect(show).toHaveBeenCalledWith(stop);
    expect(countsOf(issues)).toEqual({ stop: 1, warn: 1, hint: 1 });
  });

  it('calls the fields of the story as the panel of its details does', () => {
    const fields = ['bylines', 'leadImage.purpose', 'socialDescription', 'leadImage.alt'];

    const list = issueList(fields.map((field) => issue('warn', field, null, field)), () => null, () => undefined);

    expect([...list.querySelectorAll('.check-about')].map((p) => p.textContent)).toEqual(['Byline', 'Picture above the text: purpose', 'Description for search and social cards', 'Picture above the text: description']);
  });

  it('says so when there is nothing', () => {
    expect(issueList([], () => null, () => undefined).textContent).toContain('Nothing to look at');
  });
});
