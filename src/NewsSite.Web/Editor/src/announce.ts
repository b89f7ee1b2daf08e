import { h } from './dom';

let region: HTMLElement | null = null;

/** Tells screen readers what happened where the eye would see it. */
export function announce(words: string): void {
  if (!region?.isConnected) {
    region = h('div', { class: 'hidden', role: 'status', 'aria-live': 'polite', id: 'editor-announcements' });
    (document.querySelector('main') ?? document.body).append(region);
  }
  // The same words twice are said twice only when the text changes in between.
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}
