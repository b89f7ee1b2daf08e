import './notes.css';
import { TextSelection } from 'prosemirror-state';
import { types } from '../document/schema';
import type { StoryEditor } from '../editor-app';
import { clockOf } from '../saving/clock';
import type { Saving } from '../saving/saving';
import type { EditorData } from '../story';
import { anchorAt, anchorOfRange } from './anchors';
import { lookForGone, placesOf, setActiveNote, setNotes } from './marks';
import type { Anchor } from './note';
import { NotePanel } from './note-panel';
import { quoteOf } from './quotes';
import { NoteStore } from './store';

/** Others write notes too. */
const interval = 30_000;

/** Notes beside the text. Answers with what opens one; the plugin `noteMarks()` belongs to the editor's plugins. */
export function startNotes(editor: StoryEditor, data: EditorData, saving: Saving): (note: string) => void {
  const { view } = editor;
  const store = new NoteStore(data.article.id, editor.server);
  const panel = editor.shell.addPanel('notes', 'Notes', 'speech');
  const notes = new NotePanel(panel.body, store, {
    places: () => placesOf(view.state),
    positionOf: (place) => (place.kind === 'story' ? -1 : place.kind === 'passage' ? place.from : place.kind === 'block' ? editor.positionOf(place.block) : Infinity),
    show: (note, place) => {
      setActiveNote(view, note.id);
      if (place.kind === 'block') editor.focusIssue({ block: place.block, field: null, passage: note.passage === null ? null : { text: note.passage.exact, index: 0 } });
      if (place.kind !== 'passage') return;
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place.from, place.to)).scrollIntoView());
      view.focus();
    },
    here: () => here(editor),
    goBack: () => view.focus(),
    saved: () => saving.saveNow(),
  }, data.may.includes('leaveNotes'), clockOf(data.site.zone));

  const load = async (): Promise<void> => {
    if (saving.state.revision !== null && document.visibilityState === 'visible') await store.load();
  };
  store.changed.on((list) => {
    setNotes(view, list);
    panel.count(list.filter((note) => note.resolved === null).length);
    notes.draw();
  });
  saving.news.on(() => {
    lookForGone(view);
    void store.move(moved(editor, store));
  });
  panel.onToggle((open) => {
    if (open) void load();
    else setActiveNote(view, null);
  });
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyM' || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    const anchor = here(editor);
    panel.open();
    notes.write(anchor);
  });
  setInterval(() => void load(), interval);
  void load();

  return (note) => {
    panel.open();
    setActiveNote(view, note);
    notes.focus(note);
  };
}

/** Passages that have moved or changed since the site was told. */
function moved(editor: StoryEditor, store: NoteStore): (Anchor & { readonly id: string })[] {
  const { doc } = editor.view.state;
  const places = placesOf(editor.view.state);
  return store.list.flatMap((note) => {
    const anchor = anchorAt(places.get(note.id) ?? { kind: 'gone' }, note, doc);
    const isSame = anchor === null || (anchor.block === note.block && JSON.stringify(anchor.passage) === JSON.stringify(note.passage));
    return isSame ? [] : [{ id: note.id, ...anchor }];
  });
}

/** The words that are selected, in the text or in a field of a block; without any, the block. Null for a story without a block there. */
function here(editor: StoryEditor): Anchor | null {
  const { selection, doc } = editor.view.state;
  const block = editor.currentBlock();
  if (block === null) return null;
  const at = editor.positionOf(block);
  if (doc.nodeAt(at)?.type === types.prose) {
    const anchor = selection.empty ? null : anchorOfRange(doc, selection.from, selection.to);
    return anchor ?? { block, passage: null };
  }
  const fields = editor.elementOf(block)?.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input[type=text]') ?? [];
  for (const { value, selectionStart, selectionEnd } of fields) {
    if (selectionStart !== null && selectionEnd !== null && selectionEnd > selectionStart) return { block, passage: quoteOf(value, selectionStart, selectionEnd) };
  }
  return { block, passage: null };
}
