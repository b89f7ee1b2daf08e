import { h } from '../dom';
import type { Clock } from '../saving/clock';
import type { Place } from './anchors';
import type { Author, Note } from './note';

export interface NoteActs {
  show(note: Note): void;
  reply(note: Note): void;
  resolve(note: Note): void;
  reopen(note: Note): void;
  remove(note: Note): void;
}

/** One note with its replies. What it is about stands above it, also when that is no longer in the story. */
export function noteView(note: Note, place: Place, mayWrite: boolean, acts: NoteActs, clock: Clock): HTMLElement {
  const isGone = place.kind === 'gone';
  const button = (label: string, act: () => void): HTMLElement => h('button', { type: 'button', class: 'button small quiet', onclick: act }, label);
  return h('li', { class: `note${note.resolved === null ? '' : ' resolved'}`, 'data-note': note.id, tabindex: '-1' },
    note.passage === null ? null : h('blockquote', { class: 'note-about' }, note.passage.exact),
    isGone ? h('p', { class: 'note-gone' }, note.passage === null ? 'The block is no longer in the story.' : 'These words are no longer in the story.') : null,
    said(note.by, note.at, note.text, clock),
    ...note.replies.map((reply) => h('div', { class: 'note-reply' }, said(reply.by, reply.at, reply.text, clock))),
    note.resolved === null ? null : h('p', { class: 'meta' }, `Resolved by ${typeof note.resolved.by === 'string' ? note.resolved.by : note.resolved.by.name}, ${clock.moment(note.resolved.at)}`),
    h('div', { class: 'actions note-acts' },
      isGone || place.kind === 'story' ? null : button('Show', () => acts.show(note)),
      !mayWrite || note.resolved !== null ? null : button('Reply', () => acts.reply(note)),
      !mayWrite ? null : note.resolved === null ? button('Resolve', () => acts.resolve(note)) : button('Reopen', () => acts.reopen(note)),
      note.by.me ? button('Delete', () => acts.remove(note)) : null));
}

function said(by: Author, at: string, text: string, clock: Clock): HTMLElement {
  return h('div', { class: 'note-said' },
    h('p', { class: 'meta' }, h('b', {}, by.me ? 'You' : by.name), ' ', h('time', { datetime: at }, clock.moment(at))),
    ...text.split(/\n+/).map((line) => h('p', { class: 'note-text' }, line)));
}
