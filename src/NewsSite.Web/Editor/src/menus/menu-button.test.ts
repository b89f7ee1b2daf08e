// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { h } from '../dom';
import { menuButton, type MenuItem } from './menu-button';

const made = (entries: () => readonly MenuItem[]): HTMLElement => {
  const dom = menuButton('More', '…', entries, (attributes) => h('button', attributes));
  document.body.append(dom);
  return dom;
};
const rows = (dom: HTMLElement): string[] => [...dom.querySelectorAll('[role=menuitem]')].map((row) => row.textContent);
const press = (key: string): boolean => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('a button with a menu', () => {
  afterEach(() => document.body.replaceChildren());

  it('offers what holds as it opens, and keeps it while it is open', () => {
    let labels = ['Preview'];
    const done: string[] = [];
    const dom = made(() => labels.map((label) => ({ label, run: () => void done.push(label) })));

    labels = ['Preview', 'Add a correction…'];
    dom.querySelector('button')!.click();
    labels = ['Withdraw…'];
    press('a');
    (document.activeElement as HTMLElement).click();

    expect(rows(dom)).toEqual(['Preview', 'Add a correction…']);
    expect(done).toEqual(['Add a correction…']);

    dom.querySelector('button')!.click();
    expect(rows(dom)).toEqual(['Withdraw…']);
  });

  it('gives the focus back to its button on Escape', () => {
    const dom = made(() => [{ label: 'Preview', run: () => undefined }]);
    const button = dom.querySelector('button')!;

    button.click();
    press('Escape');

    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });
});
