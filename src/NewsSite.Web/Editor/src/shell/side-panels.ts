import { elementId, h } from '../dom';
import { icon } from '../icons';

/** One panel beside the story. */
export interface Panel {
  readonly body: HTMLElement;
  /** A number on its button; 0 for none. `stops` colours it. */
  count(number: number, stops?: boolean): void;
  open(): void;
  isOpen(): boolean;
  onToggle(listener: (open: boolean) => void): void;
}

/** Panels beside the story, at most one open; on small windows it covers the story until it is closed. */
export class SidePanels {
  readonly dom = h('aside', { class: 'desk-side', hidden: true, 'aria-label': 'Beside the story' });
  readonly tabs = h('div', { class: 'desk-tabs', role: 'group', 'aria-label': 'Panels' });
  private current: string | null = null;
  private readonly entries = new Map<string, { section: HTMLElement; button: HTMLButtonElement; listeners: ((open: boolean) => void)[] }>();

  constructor() {
    this.dom.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const button = this.current === null ? undefined : this.entries.get(this.current)?.button;
      this.toggle(null);
      button?.focus();
    });
  }

  add(name: string, label: string, iconName: string): Panel {
    const id = elementId('panel');
    const badge = h('span', { class: 'badge', hidden: true });
    const button = h('button', { type: 'button', class: 'button small quiet', 'aria-expanded': 'false', 'aria-controls': id, title: label, onclick: () => this.toggle(this.current === name ? null : name) }, icon(iconName), h('span', { class: 'wide-only' }, label), ' ', badge);
    const body = h('div', { class: 'side-body' });
    const close = h('button', { type: 'button', class: 'icon', 'aria-label': `Close ${label}`, onclick: () => {
      this.toggle(null);
      button.focus();
    } }, icon('cross'));
    const section = h('section', { id, class: 'side-panel', hidden: true, 'aria-label': label }, h('div', { class: 'side-head' }, h('h2', {}, label), close), body);
    this.entries.set(name, { section, button, listeners: [] });
    this.tabs.append(button);
    this.dom.append(section);
    return {
      body,
      count: (number, stops = false) => {
        badge.hidden = number === 0;
        badge.textContent = String(number);
        badge.classList.toggle('stops', stops);
      },
      open: () => this.toggle(name),
      isOpen: () => this.current === name,
      onToggle: (listener) => this.entries.get(name)!.listeners.push(listener),
    };
  }

  private toggle(name: string | null): void {
    const before = this.current;
    this.current = name;
    this.dom.hidden = name === null;
    for (const [key, { section, button, listeners }] of this.entries) {
      const open = key === name;
      section.hidden = !open;
      button.setAttribute('aria-expanded', String(open));
      if ((before === key) !== open) for (const listener of listeners) listener(open);
    }
    if (name !== null && name !== before) this.entries.get(name)!.section.querySelector<HTMLElement>('.side-head button')?.focus();
  }
}
