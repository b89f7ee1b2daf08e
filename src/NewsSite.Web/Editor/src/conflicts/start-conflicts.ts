import './conflicts.css';
import { announce } from '../announce';
import { replaceBlocks } from '../document/replace';
import { h } from '../dom';
import type { StoryEditor } from '../editor-app';
import { fieldsOf } from '../fields-store';
import { clockOf } from '../saving/clock';
import type { Saving } from '../saving/saving';
import type { Content, EditorData, StoryFields } from '../story';
import { arrivalWords } from './arrival-words';
import type { OpenConflict } from './choices';
import { conflictPanel } from './conflict-panel';

/** Shows what two people changed, and says what of others has come in. */
export function startConflicts(editor: StoryEditor, data: EditorData, saving: Saving): void {
  const panel = conflictPanel(saving.conflicts, {
    content: () => editor.content(),
    choose: (content) => choose(editor, content),
    show: (conflict) => show(editor, conflict),
  }, data, clockOf(data.site.zone));
  const reminder = h('button', { type: 'button', class: 'button small conflict-reminder', hidden: true, onclick: () => panel.focus() });
  editor.shell.notices.prepend(panel.dom);
  editor.shell.status.after(reminder);
  const remind = (count: number): void => {
    reminder.hidden = count === 0;
    reminder.textContent = count === 1 ? '1 choice waits' : `${count} choices wait`;
  };
  let top = 0;
  saving.conflicts.changing.on(() => (top = editor.view.dom.getBoundingClientRect().top));
  saving.conflicts.changed.on((list) => {
    remind(list.length);
    // The panel comes above the story: the words under the writer's eyes stay where they are.
    if (editor.view.dom.contains(document.activeElement)) requestAnimationFrame(() => requestAnimationFrame(() => window.scrollBy({ top: editor.view.dom.getBoundingClientRect().top - top, behavior: 'instant' })));
  });
  remind(saving.conflicts.list.length);

  // Spoken once, and for a while to be seen beside "Saved 14:02".
  const news = h('div', { class: 'arrived', 'aria-hidden': 'true', hidden: true });
  reminder.after(news);
  let fading: ReturnType<typeof setTimeout> | undefined;
  saving.arrived.on((arrival) => {
    const words = arrivalWords(arrival, data);
    if (words === null) return;
    announce(words);
    news.textContent = news.title = words;
    news.hidden = false;
    clearTimeout(fading);
    fading = setTimeout(() => (news.hidden = true), 15_000);
  });
}

/** An edit like any other: it can be undone, and is saved by itself. */
function choose(editor: StoryEditor, content: Content): void {
  const fields = fieldsOf(content);
  for (const name of Object.keys(fields) as (keyof StoryFields)[]) editor.fields.set(name, fields[name]);
  const tr = replaceBlocks(editor.view.state, content.blocks, editor.catalogue, null);
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', true).setMeta('merged', false));
}

function show(editor: StoryEditor, conflict: OpenConflict): void {
  if (conflict.kind === 'field') editor.focusIssue({ block: null, field: conflict.key, passage: null });
  else if (conflict.kind === 'block' && editor.positionOf(conflict.key) >= 0) editor.focusIssue({ block: conflict.key, field: null, passage: null });
  else editor.view.focus();
}
