import { announce } from '../announce';
import { h } from '../dom';
import { labelled, openDialog } from '../menus/dialog';
import type { Publication } from './publication';

/** Takes a story back from its readers, after asking. */
export function openBackToDraft(publication: Publication): void {
  const reason = h('input', { type: 'text', maxlength: 300 });
  const fault = h('p', { class: 'error', role: 'alert' });
  const go = h('button', { type: 'button', class: 'button danger', onclick: () => void run() }, 'Take it back to draft');
  const opened = openDialog('Back to draft', [
    h('p', {}, 'Readers no longer find the story: its page says that it is not here, and lists and feeds leave it out. Nothing of the text is lost.'),
    labelled('Reason (for the history)', reason, 'Optional. Colleagues see it in the history; readers do not.'), fault,
  ], [h('button', { type: 'button', class: 'button', onclick: () => opened.close() }, 'Leave it live'), go]);

  async function run(): Promise<void> {
    go.disabled = true;
    const problem = await publication.backToDraft(reason.value.trim() || null);
    go.disabled = false;
    if (problem !== null) {
      fault.textContent = problem;
      return;
    }
    opened.close();
    announce('The story is a draft again. Readers no longer see it.');
  }
}
