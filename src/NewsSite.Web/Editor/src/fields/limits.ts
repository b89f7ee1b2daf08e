import { h } from '../dom';
import type { FieldEntry } from '../story';

/** Says how many characters are left, but only near a limit: a counter that always shows is not read. */
export class Counter {
  readonly dom = h('div', { class: 'counter', hidden: true });

  constructor(private readonly entry: FieldEntry) {}

  show(length: number): void {
    const { softLimit, hardLimit } = this.entry;
    const limit = softLimit ?? hardLimit;
    const near = limit !== null && length > limit * 0.85;
    this.dom.hidden = !near;
    if (!near) return;
    const stops = hardLimit !== null && length > hardLimit;
    this.dom.classList.toggle('over', stops);
    const number = (n: number): string => n.toLocaleString('en-GB');
    if (stops) this.dom.textContent = `${number(length)} characters: ${number(hardLimit)} is the most`;
    else if (softLimit !== null && length > softLimit) this.dom.textContent = `${number(length)} characters: up to ${number(softLimit)} reads well`;
    else this.dom.textContent = `${number(length)} of ${number(limit)}`;
  }
}
