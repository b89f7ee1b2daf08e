// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { openDialog } from './dialog';

describe('a dialog', () => {
  afterEach(() => document.body.replaceChildren());

  it('keeps its keys from the story while it is open, and not once it is closed', () => {
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) { this.open = true; };
    HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) { this.open = false; }; // its event comes later, as in a browser
    const heard: string[] = [];
    const hear = (event: KeyboardEvent): void => void heard.push(event.key);
    document.addEventListener('keydown', hear);
    const opened = openDialog('Approve this story', [], []);
    const press = (key: string): boolean => opened.dialog.querySelector('button')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

    press('a');
    opened.close();
    press('b');

    document.removeEventListener('keydown', hear);
    expect(heard).toEqual(['b']);
  });
});
