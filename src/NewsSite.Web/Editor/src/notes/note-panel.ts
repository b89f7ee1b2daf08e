import { announce } from '../announce';
import { h } from '../dom';
import { askSure } from '../saving/ask';
import type { Clock } from '../saving/clock';
import type { Place } from './anchors';
import { composer } from './composer';
import type { Anchor, Note } from './note';
import { noteView, type NoteActs } from './note-view';
import type { NoteStore } from './store';

/** What the panel needs of the editor. */
export interface NotedStory {
  places(): ReadonlyMap<string, Place>;
  /** The position of a place, for the order of the list. */
  positionOf(place: Place): number;
  show(note: Note, place: Place): void;
  /** The passage or block that the writer is at; null for the story as a whole. */
  here(): Anchor | null;
  /** Puts the caret back into the story. */
  goBack(): void;
  /** Everything written so far is with the site: a note may stand on words of a moment ago. */
  saved(): Promise<boolean>;
}

/** The notes in the order of the story; those whose words are gone come last. */
export class NotePanel {
  private readonly list = h('ol', { class: 'note-list' });
  private readonly place = h('div', { class: 'note-new' });
  private readonly empty = h('p', { class: 'hint' }, 'No notes yet. Select words and press Ctrl+Alt+M to leave one for your colleagues.');
  private readonly fault = h('p', { class: 'error', role: 'alert' });
  private readonly resolved: HTMLButtonElement;
  private showsResolved = false;

  constructor(readonly body: HTMLElement, private readonly store: NoteStore, private readonly story: NotedStory, private readonly mayWrite: boolean, private readonly clock: Clock) {
    this.resolved = h('button', { type: 'button', class: 'button small quiet', 'aria-pressed': 'false', hidden: true, onclick: () => {
      this.showsResolved = !this.showsResolved;
      this.draw();
    } });
    const add = h('button', { type: 'button', class: 'button small', title: 'Ctrl+Alt+M', onclick: () => this.write(this.story.here()) }, 'Add a note');
    body.append(h('div', { class: 'actions' }, mayWrite ? add : null, this.resolved), this.place, this.fault, this.empty, this.list);
    store.changed.on(() => this.draw());
    this.draw();
  }

  /** Opens the form for a new note. */
  write(anchor: Anchor | null): void {
    if (!this.mayWrite) return;
    const about = anchor?.passage?.exact ?? (anchor?.block ? null : 'The story as a whole');
    const close = (): void => {
      this.place.replaceChildren();
      this.story.goBack();
    };
    this.place.replaceChildren(composer(anchor?.block && anchor.passage === null ? 'Your note on this block' : 'Your note', about, async (text) => {
      if (!(await this.story.saved())) return 'the story itself could not be saved yet.';
      const problem = await this.store.add(anchor ?? { block: null, passage: null }, text);
      if (problem === null) announce('Note saved');
      return problem;
    }, close));
  }

  focus(note: string): void {
    const item = this.item(note);
    item?.scrollIntoView({ block: 'nearest' });
    item?.focus();
  }

  draw(): void {
    const places = this.story.places();
    const placeOf = (note: Note): Place => places.get(note.id) ?? { kind: 'gone' };
    const resolved = this.store.list.filter((note) => note.resolved !== null).length;
    const shown = this.store.list.filter((note) => this.showsResolved || note.resolved === null)
      .map((note) => ({ note, place: placeOf(note) }))
      .sort((a, b) => this.story.positionOf(a.place) - this.story.positionOf(b.place) || a.note.at.localeCompare(b.note.at));
    this.resolved.hidden = resolved === 0;
    this.resolved.setAttribute('aria-pressed', String(this.showsResolved));
    this.resolved.textContent = `Show resolved (${resolved})`;
    this.empty.hidden = shown.length > 0;
    // A form in which somebody is writing is not taken away by a colleague's note.
    const writing = this.list.querySelector('.composer');
    const at = writing?.closest<HTMLElement>('.note')?.dataset['note'];
    this.list.replaceChildren(...shown.map(({ note, place }) => noteView(note, place, this.mayWrite, this.acts, this.clock)));
    if (writing && at) this.item(at)?.append(writing);
  }

  private readonly acts: NoteActs = {
    show: (note) => this.story.show(note, this.story.places().get(note.id) ?? { kind: 'gone' }),
    reply: (note) => {
      const item = this.item(note.id);
      if (!item || item.querySelector('.composer')) return;
      const form = composer('Your reply', null, (text) => this.store.reply(note.id, text), () => {
        form.remove();
        this.focus(note.id);
      });
      item.append(form);
    },
    resolve: (note) => void this.act(this.store.resolve(note.id), 'Note resolved'),
    reopen: (note) => void this.act(this.store.reopen(note.id), 'Note reopened'),
    remove: (note) => void askSure('Delete this note?', note.replies.length === 0 ? 'It cannot be brought back.' : 'Its replies go with it. They cannot be brought back.', 'Delete', 'Keep it')
      .then((sure) => (sure ? this.act(this.store.remove(note.id), 'Note deleted') : undefined)),
  };

  private async act(doing: Promise<string | null>, done: string): Promise<void> {
    const problem = await doing;
    this.fault.textContent = problem ?? '';
    if (problem !== null) return;
    announce(done);
    this.body.querySelector<HTMLElement>('button')?.focus();
  }

  private item(note: string): HTMLElement | null {
    return [...this.list.children].find((item): item is HTMLElement => item instanceof HTMLElement && item.dataset['note'] === note) ?? null;
  }
}
