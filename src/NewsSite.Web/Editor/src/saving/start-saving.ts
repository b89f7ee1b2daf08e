import './saving.css';
import { OpenConflicts } from '../conflicts/open-conflicts';
import { h } from '../dom';
import type { StoryEditor } from '../editor-app';
import type { EditorData } from '../story';
import { clockOf } from './clock';
import { KeptCopies } from './kept';
import { watchWindow } from './leaving';
import { offerNewStories } from './new-stories';
import { offerKept } from './offers';
import { Saving } from './saving';
import { statusView } from './status-view';

/** Autosave with its status, the copies on this device, and their offer when the story is opened again. */
export function startSaving(editor: StoryEditor, data: EditorData): Saving {
  const clock = clockOf(data.site.zone);
  const copies = new KeptCopies();
  const saving = new Saving(editor, data.article, data.me.name, editor.server, copies, new OpenConflicts());
  const status = statusView(saving, clock);
  if (!data.may.includes('writeStories')) {
    editor.shell.status.replaceChildren('You can read this story');
    return saving;
  }
  // It changes with every pause: read when looked for, spoken only when something is wrong.
  editor.shell.status.removeAttribute('role');
  editor.shell.status.replaceChildren(status.dom);
  editor.onAct('save', () => void saving.saveNow().then(() => status.wished()));
  watchWindow(saving);

  const place = h('div', { class: 'offers' });
  editor.shell.notices.append(place);
  void offerKept(place, editor, saving, copies, data, clock);
  if (data.article.revision === null) {
    void offerNewStories(place, saving, copies, data, clock, editor.server);
    const stop = saving.changed.on(({ revision }) => {
      if (revision === null) return;
      stop();
      history.replaceState(history.state, '', `/newsroom/articles/${data.article.id}`);
    });
  }
  return saving;
}
