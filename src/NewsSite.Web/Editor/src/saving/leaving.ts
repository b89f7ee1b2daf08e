import type { Saving } from './saving';

/** Tells saving what happens to the window: left, hidden, closed, without network and back. */
export function watchWindow(saving: Saving): void {
  const leave = (): void => saving.tell({ type: 'leaving' });
  window.addEventListener('blur', () => saving.tell({ type: 'urged' }));
  document.addEventListener('focusout', () => saving.tell({ type: 'urged' }));
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? leave() : comeBack(saving)));
  window.addEventListener('focus', () => comeBack(saving));
  window.addEventListener('online', () => saving.tell({ type: 'online' }));
  window.addEventListener('offline', () => saving.tell({ type: 'offline' }));
  window.addEventListener('beforeunload', (event) => {
    leave();
    if (saving.wouldLose) event.preventDefault();
  });
}

/** The writer may have signed in again in the other window. */
function comeBack(saving: Saving): void {
  if (saving.state.fault?.kind === 'signedOut' && saving.state.sending === null) saving.tell({ type: 'asked' });
}
