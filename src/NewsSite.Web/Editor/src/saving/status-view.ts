import { announce } from '../announce';
import { h } from '../dom';
import type { Clock } from './clock';
import type { Saving } from './saving';
import { spokenChange, statusOf, type Status } from './status';

export interface StatusView {
  readonly dom: HTMLElement;
  /** A save that the writer asked for is over: how it went is spoken. */
  wished(): void;
}

/** The status in the top bar. It changes in place, so that a focused button stays focused, and only speaks up when something is wrong or right again. */
export function statusView(saving: Saving, clock: Clock): StatusView {
  const text = h('span', { class: 'save-text' });
  const tryNow = h('button', { type: 'button', class: 'button small', hidden: true, onclick: () => saving.tell({ type: 'asked' }) }, 'Try now');
  const signIn = h('a', { class: 'button small', href: '/newsroom/login', target: '_blank', hidden: true }, 'Sign in again', h('span', { class: 'hidden' }, ' (opens a new window)'));
  const dom = h('div', { class: 'save', role: 'group', 'aria-label': 'Saving' }, h('span', { class: 'save-dot', 'aria-hidden': 'true' }), text, tryNow, signIn);
  let before: Status | null = null;
  let isWished = false;
  let ticking: ReturnType<typeof setInterval> | undefined;

  function show(): void {
    const status = statusOf(saving.state, Date.now(), (instant) => clock.time(instant));
    dom.dataset['kind'] = status.kind;
    if (text.textContent !== status.text) text.textContent = status.text;
    // A button under the hand does not vanish: it goes when the fault does.
    tryNow.hidden = status.act !== 'tryNow' && !(saving.state.fault !== null && document.activeElement === tryNow);
    signIn.hidden = status.act !== 'signIn';
    const spoken = spokenChange(before, status, isWished);
    if (spoken !== null) announce(spoken);
    if (status.kind !== 'saving' && status.kind !== 'unsaved') isWished = false;
    before = status.kind === 'saving' || status.kind === 'unsaved' ? before ?? status : status;
    const counts = saving.state.fault !== null && saving.state.retryAt !== null;
    if (counts && ticking === undefined) ticking = setInterval(show, 1000);
    if (!counts) {
      clearInterval(ticking);
      ticking = undefined;
    }
  }

  saving.changed.on(show);
  show();
  return {
    dom,
    wished: () => {
      isWished = true;
      show();
    },
  };
}
