import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { idOf } from '../document/schema';
import { mapPlace, placeOf, type Place } from './anchors';
import type { Note } from './note';

interface Marks {
  readonly notes: readonly Note[];
  readonly places: ReadonlyMap<string, Place>;
  readonly active: string | null;
  readonly decorations: DecorationSet;
}

type Order = { readonly notes: readonly Note[] } | { readonly active: string | null } | { readonly lookAgain: true };

const key = new PluginKey<Marks>('notes');

/** Marks in the text and beside it where notes stand. A press on one calls `open`. */
export function noteMarks(open: (note: string) => void): Plugin {
  return new Plugin<Marks>({
    key,
    state: {
      init: () => ({ notes: [], places: new Map(), active: null, decorations: DecorationSet.empty }),
      apply(tr, before) {
        const order = tr.getMeta(key) as Order | undefined;
        if (before.notes.length === 0 && (order === undefined || !('notes' in order))) return before;
        let { notes, places, active } = before;
        if (tr.docChanged) places = new Map(notes.map((note) => [note.id, mapPlace(places.get(note.id)!, note, tr.mapping, tr.doc)]));
        if (order !== undefined && 'notes' in order) {
          notes = order.notes;
          places = new Map(notes.map((note) => [note.id, stays(note, before, places) ?? placeOf(note, tr.doc)]));
        } else if (order !== undefined && 'active' in order) active = order.active;
        else if (order !== undefined) places = new Map(notes.map((note) => [note.id, places.get(note.id)!.kind === 'gone' ? placeOf(note, tr.doc) : places.get(note.id)!]));
        return { notes, places, active, decorations: draw(tr.doc, notes, places, active) };
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleClick(view, pos) {
        const note = noteAt(view.state, pos);
        if (note !== null) open(note);
        return false; // the caret goes where the press was
      },
      handleDOMEvents: {
        mousedown(_view, event) {
          const marked = event.target instanceof Element ? event.target.closest<HTMLElement>('.has-notes') : null;
          // The mark itself stands in the margin, to the right of the words.
          if (marked === null || event.clientX <= marked.getBoundingClientRect().right - 12) return false;
          const id = (marked.dataset['noteIds'] ?? '').split(' ')[0];
          if (id) open(id);
          return false;
        },
      },
    },
  });
}

const give = (view: EditorView, order: Order): void => view.dispatch(view.state.tr.setMeta(key, order).setMeta('addToHistory', false));

export const setNotes = (view: EditorView, notes: readonly Note[]): void => give(view, { notes });
export const setActiveNote = (view: EditorView, active: string | null): void => give(view, { active });
/** Looks once more for passages that were gone: an undo may have brought them back. */
export const lookForGone = (view: EditorView): void => give(view, { lookAgain: true });

export const placesOf = (state: EditorState): ReadonlyMap<string, Place> => key.getState(state)?.places ?? new Map();

/** A place that was followed through edits is better than one looked up by its quote, unless the quote itself was changed elsewhere. */
function stays(note: Note, before: Marks, places: ReadonlyMap<string, Place>): Place | null {
  const old = before.notes.find((one) => one.id === note.id);
  const place = places.get(note.id);
  if (old === undefined || place === undefined || place.kind === 'gone') return null;
  return old.block === note.block && JSON.stringify(old.passage) === JSON.stringify(note.passage) ? place : null;
}

function noteAt(state: EditorState, pos: number): string | null {
  const marks = key.getState(state);
  const hit = marks?.notes.find((note) => {
    const place = marks.places.get(note.id);
    return note.resolved === null && place?.kind === 'passage' && place.from <= pos && pos < place.to;
  });
  return hit?.id ?? null;
}

function draw(doc: Node, notes: readonly Note[], places: ReadonlyMap<string, Place>, active: string | null): DecorationSet {
  const decorations: Decoration[] = [];
  const inBlock = new Map<string, string[]>();
  for (const note of notes) {
    const place = places.get(note.id)!;
    if (note.resolved !== null && note.id !== active) continue;
    if (place.kind === 'passage') decorations.push(Decoration.inline(place.from, place.to, { class: note.id === active ? 'noted active' : 'noted' }, { note: note.id }));
    const block = place.kind === 'block' ? place.block : place.kind === 'passage' ? idOf(doc.resolve(place.from).node(1)) : null;
    if (block !== null) inBlock.set(block, [...(inBlock.get(block) ?? []), note.id]);
  }
  doc.forEach((node, pos) => {
    const ids = inBlock.get(idOf(node) ?? '');
    if (ids !== undefined) decorations.push(Decoration.node(pos, pos + node.nodeSize, { class: 'has-notes', 'data-notes': String(ids.length), 'data-note-ids': ids.join(' ') }));
  });
  return DecorationSet.create(doc, decorations);
}
