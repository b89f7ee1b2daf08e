/** Arrow keys go along a toolbar, Escape goes back to the words. */
export function moveAlong(bar: HTMLElement, event: KeyboardEvent, leave: () => void): void {
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('.tool')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (event.key === 'ArrowRight') buttons[(at + 1) % buttons.length]!.focus();
  else if (event.key === 'ArrowLeft') buttons.at(at - 1)!.focus();
  else if (event.key === 'Escape') leave();
  else return;
  event.preventDefault();
}

/** Alt+F10 goes to the toolbar that is shown. */
export const isToBar = (event: KeyboardEvent): boolean => event.key === 'F10' && event.altKey;
