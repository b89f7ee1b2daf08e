// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Combobox } from './combobox';

/** A list whose answers come when the test says so. */
function slowList() {
  const asked: { typed: string; answer: (items: readonly string[]) => void }[] = [];
  const chosen: string[] = [];
  const box = new Combobox<string>({
    label: 'Person', placeholder: '', choose: (item) => void chosen.push(item), show: (item) => ({ title: item }),
    search: (typed) => new Promise((answer) => void asked.push({ typed, answer })),
  });
  document.body.append(box.dom);
  box.input.focus();
  return { box, asked, chosen };
}

function type(box: Combobox<string>, text: string): void {
  box.input.value = text;
  box.input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const press = (box: Combobox<string>, key: string): boolean => box.input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('a field that finds records', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    Element.prototype.scrollIntoView = () => undefined;
  });
  afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  it('takes what was typed, though the answer to an earlier question comes while it waits', async () => {
    const { box, asked, chosen } = slowList();
    await vi.advanceTimersByTimeAsync(0);
    type(box, 'Frances');

    asked[0]!.answer(['John Osman', 'Frances Nicholson']);
    await vi.advanceTimersByTimeAsync(0);
    press(box, 'Enter');
    await vi.advanceTimersByTimeAsync(200);
    asked.at(-1)!.answer(['Frances Nicholson']);
    await vi.advanceTimersByTimeAsync(0);

    expect(asked.map((a) => a.typed)).toEqual(['', 'Frances']);
    expect(chosen).toEqual(['Frances Nicholson']);
  });

  it('takes what was entered, though whoever typed it has gone on before the answer', async () => {
    const { box, asked, chosen } = slowList();
    type(box, 'Frances');
    press(box, 'Enter');
    box.input.blur();
    await vi.advanceTimersByTimeAsync(200);
    asked.at(-1)!.answer(['Frances Nicholson']);
    await vi.advanceTimersByTimeAsync(0);

    expect(chosen).toEqual(['Frances Nicholson']);
  });

  it('opens no list, and takes nothing, for whoever has gone on without Enter', async () => {
    const { box, asked, chosen } = slowList();
    type(box, 'Frances');
    await vi.advanceTimersByTimeAsync(200);
    box.input.blur();
    asked.at(-1)!.answer(['Frances Nicholson']);
    await vi.advanceTimersByTimeAsync(0);

    expect(chosen).toEqual([]);
    expect(box.dom.querySelector('[role=option]')).toBeNull();
  });

  it('shows nothing of an earlier question under newer words', async () => {
    const { box, asked } = slowList();
    await vi.advanceTimersByTimeAsync(0);
    type(box, 'Frances');

    asked[0]!.answer(['John Osman']);
    await vi.advanceTimersByTimeAsync(0);

    expect(box.dom.textContent).not.toContain('John Osman');
  });
});
