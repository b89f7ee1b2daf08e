import { announce } from '../announce';
import type { StandingStore } from '../desk/standing';
import { elementId, h } from '../dom';
import { wordsOf, type Server } from '../server';
import type { Saving } from '../saving/saving';

interface SlugAnswer {
  readonly slug: string;
  /** Null while readers see none. */
  readonly address: string | null;
}

const prefix = '/news/';

/** Where readers find the story, and another place for it. Hidden before the first save, which gives the story its address. */
export class StoryAddress {
  readonly dom: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly change: HTMLButtonElement;
  private readonly hint: HTMLElement;
  private readonly error: HTMLElement;
  /** What the story's own address was when the input last showed it. */
  private shown = '';

  constructor(private readonly article: string, private readonly server: Server, private readonly saving: Saving, private readonly standing: StandingStore) {
    const id = elementId('address');
    this.hint = h('p', { class: 'hint', id: `${id}-hint` });
    this.error = h('p', { class: 'error', id: `${id}-error`, role: 'alert', hidden: true });
    this.input = h('input', { id, type: 'text', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', 'aria-describedby': `${id}-hint ${id}-error` });
    this.change = h('button', { type: 'button', class: 'button small', hidden: true, onclick: () => void this.choose() }, 'Change address');
    this.input.addEventListener('input', () => this.edited());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.dom = h('div', { class: 'field story-address' },
      h('label', { for: id }, 'Address'), h('div', { class: 'row' }, h('span', { class: 'meta', 'aria-hidden': 'true' }, prefix), this.input), this.error, this.change, this.hint);
    standing.changed.on(() => this.show());
    this.show();
  }

  private show(): void {
    const { slug, state } = this.standing.now;
    this.dom.hidden = (slug ?? '') === '';
    this.hint.textContent = state === 'live' || state === 'withdrawn'
      ? 'Change it and the old address sends readers on to the new one at once.'
      : 'Until the story is first published its address follows the headline, unless you choose one here.';
    // What the writer is typing stays; the address that follows the headline goes on below it.
    if (this.input.value === this.shown) this.input.value = slug ?? '';
    this.shown = slug ?? '';
    this.edited();
  }

  private edited(): void {
    this.change.hidden = this.wanted() === this.shown;
    this.fail(null);
  }

  private wanted(): string {
    const typed = this.input.value.trim();
    return typed.startsWith(prefix) ? typed.slice(prefix.length) : typed;
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void this.choose();
    } else if (event.key === 'Escape' && this.input.value !== this.shown) {
      event.preventDefault();
      this.input.value = this.shown;
      this.edited();
    }
  }

  private async choose(): Promise<void> {
    const slug = this.wanted();
    if (slug === this.shown || this.change.disabled) return;
    this.change.disabled = true;
    // A save on its way could otherwise tell the old address after the new one.
    await this.saving.saveNow();
    const answer = await this.server.put<SlugAnswer>(`articles/${this.article}/slug`, { slug });
    this.change.disabled = false;
    if (!answer.ok) {
      this.fail(wordsOf(answer));
      return;
    }
    const hadFocus = this.dom.contains(document.activeElement);
    this.input.value = this.shown = answer.body.slug;
    this.standing.set({ slug: answer.body.slug, address: answer.body.address });
    this.edited();
    if (hadFocus) this.input.focus();
    announce(`The address is now ${prefix}${answer.body.slug}`);
  }

  private fail(words: string | null): void {
    this.error.hidden = words === null;
    this.error.textContent = words ?? '';
    if (words === null) this.input.removeAttribute('aria-invalid');
    else this.input.setAttribute('aria-invalid', 'true');
  }
}
