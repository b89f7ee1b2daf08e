import './checks.css';
import { announce } from '../announce';
import type { StoryEditor } from '../editor-app';
import type { Saving } from '../saving/saving';
import type { EditorData, Issue } from '../story';
import { blockName } from './block-name';
import { countsOf, issueList } from './issues';

/** The checks beside the text, renewed with every save. They never stand in the way of writing. */
export function startChecks(editor: StoryEditor, data: EditorData, saving: Saving): void {
  const panel = editor.shell.addPanel('checks', 'Checks', 'check');
  let shown = '';
  let stopsBefore: number | null = null;

  function show(issues: readonly Issue[]): void {
    const now = JSON.stringify(issues);
    if (now === shown) return;
    shown = now;
    const { stop, warn, hint } = countsOf(issues);
    panel.count(stop > 0 ? stop : warn + hint, stop > 0);
    if (stopsBefore !== null && stopsBefore > 0 && stop === 0) announce('Nothing stops publication now.');
    stopsBefore = stop;
    // Whoever is in the list with the keyboard stays about where they were.
    const buttons = [...panel.body.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    panel.body.replaceChildren(issueList(issues, (id) => blockName(editor, id), (issue) => editor.focusIssue(issue)));
    if (at >= 0) (panel.body.querySelectorAll('button')[at] ?? panel.body.querySelector('button'))?.focus();
  }

  saving.news.on(({ issues }) => show(issues));
  show(data.article.issues);
}
