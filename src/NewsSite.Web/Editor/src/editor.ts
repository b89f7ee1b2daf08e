import './editor.css';
import { startChecks } from './checks/start-checks';
import { startConflicts } from './conflicts/start-conflicts';
import { startDesk } from './desk/start-desk';
import { createEditor } from './editor-app';
import { noteMarks } from './notes/marks';
import { startNotes } from './notes/start-notes';
import { here } from './presence/here';
import { startPresence } from './presence/start-presence';
import { startSaving } from './saving/start-saving';
import type { EditorData } from './story';

const host = document.getElementById('editor');
const json = document.getElementById('editor-data');

if (host && json) {
  const data = JSON.parse(json.textContent) as EditorData;
  let openNote: (note: string) => void = () => undefined;
  const editor = createEditor(host, data, [here(), noteMarks((note) => openNote(note))]);
  const saving = startSaving(editor, data);
  startConflicts(editor, data, saving);
  startChecks(editor, data, saving);
  openNote = startNotes(editor, data, saving);
  startPresence(editor, data, saving);
  startDesk(editor, data, saving);
  host.dataset['ready'] = 'true';
}
