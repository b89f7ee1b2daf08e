import './presence.css';
import { blockName } from '../checks/block-name';
import type { StoryEditor } from '../editor-app';
import type { Saving } from '../saving/saving';
import type { EditorData } from '../story';
import { faces } from './faces';
import { markOthers } from './here';
import { PresencePoll } from './poll';

/** Who else is in the story, and where. The plugin `here()` belongs to the editor's plugins. */
export function startPresence(editor: StoryEditor, data: EditorData, saving: Saving): void {
  const poll = new PresencePoll(data.article.id, editor.server, saving, () => (document.hasFocus() ? editor.currentBlock() : null));
  const shown = faces((id) => blockName(editor, id), data.me.name);
  editor.shell.presence.replaceChildren(shown.dom);
  let marked = '';
  poll.others.on((others) => {
    shown.show(others);
    const now = JSON.stringify(others.map((other) => [other.initials, other.block]));
    if (now !== marked) markOthers(editor.view, others);
    marked = now;
  });
  void poll.ask();
}
