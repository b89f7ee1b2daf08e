import { elementId, h } from '../dom';

export interface MenuItem {
  readonly label: string;
  readonly keys?: string;
  readonly danger?: boolean;
  /** Whether a line above sets it apart; the first entry has none. */
  readonly begins?: boolean;
  readonly run: () => void;
}

/** A button with a menu below it: arrows, Home, End and first letters move, Escape closes. Entries are asked for as it opens, and stay while it is open. */
export function menuButton(label: string, face: Node | string, entries: () => readonly MenuItem[], make: (attributes: Record<string, string>) => HTMLButtonElement): HTMLElement {
  const id = elementId('menu');
  const button = make({ type: 'button', 'aria-label': label, 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': id });
  button.append(face);
  let items: readonly MenuItem[] = [];
  let rows: readonly HTMLButtonElement[] = [];
  const menu = h('div', { role: 'menu', id, class: 'pop menu-list', 'aria-label': label, hidden: true });
  const dom = h('div', { class: 'menu-button' }, button, menu);

  function row(item: MenuItem, i: number): HTMLButtonElement {
    return h('button', { type: 'button', role: 'menuitem', tabindex: '-1', class: [item.danger === true ? 'danger' : '', item.begins === true && i > 0 ? 'begins' : ''].join(' ').trim() || null, onclick: () => {
      close(false);
      item.run();
    } }, h('span', {}, item.label), item.keys === undefined ? null : h('kbd', {}, item.keys));
  }
  function open(at: number): void {
    items = entries();
    rows = items.map(row);
    menu.replaceChildren(...rows);
    menu.hidden = false;
    menu.classList.remove('upwards');
    menu.classList.toggle('upwards', menu.getBoundingClientRect().bottom > window.innerHeight && button.getBoundingClientRect().top > menu.offsetHeight + 60);
    button.setAttribute('aria-expanded', 'true');
    rows.at(at)?.focus();
    document.addEventListener('pointerdown', outside, true);
  }
  function close(back: boolean): void {
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    if (back) button.focus();
  }
  function outside(event: Event): void {
    if (!dom.contains(event.target as Node)) close(false);
  }
  button.addEventListener('click', () => (menu.hidden ? open(0) : close(true)));
  dom.addEventListener('focusout', (event) => {
    if (!menu.hidden && event.relatedTarget !== null && !dom.contains(event.relatedTarget as Node)) close(false);
  });
  dom.addEventListener('keydown', (event) => {
    const at = rows.indexOf(document.activeElement as HTMLButtonElement);
    if (menu.hidden) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      open(event.key === 'ArrowDown' ? 0 : -1);
    } else if (event.key === 'Escape') close(true);
    else if (event.key === 'ArrowDown') rows[(at + 1) % rows.length]!.focus();
    else if (event.key === 'ArrowUp') rows.at(at - 1)!.focus();
    else if (event.key === 'Home') rows[0]!.focus();
    else if (event.key === 'End') rows.at(-1)!.focus();
    else if (event.key === 'Tab') {
      close(true); // and the key goes on from the button
      return;
    } else {
      const hit = items.findIndex((item, i) => i > at && item.label.toLowerCase().startsWith(event.key.toLowerCase()));
      if (event.key.length !== 1 || hit < 0) return;
      rows[hit]!.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  });
  return dom;
}
