import './editor.css';
import { createEditor } from './editor-app';
import type { EditorData } from './story';

const host = document.getElementById('editor');
const data = document.getElementById('editor-data');

if (host && data) {
  createEditor(host, JSON.parse(data.textContent) as EditorData);
  host.dataset['ready'] = 'true';
}
