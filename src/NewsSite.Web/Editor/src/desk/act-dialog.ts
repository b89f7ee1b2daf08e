import { announce } from '../announce';
import { issueList } from '../checks/issues';
import { h } from '../dom';
import { openDialog, type Opened } from '../menus/dialog';
import { isUnsaved } from '../saving/machine';
import type { Issue } from '../story';
import type { Outcome } from './acts';
import type { Desk } from './desk';
import { effectsView } from './effects-view';

export interface ActSetting {
  readonly title: string;
  /** What the button says: now and while it is being done. */
  readonly confirm: () => string;
  readonly busy: string;
  readonly cancel: string;
  readonly isDanger?: boolean;
  /** Further buttons, before the two. */
  readonly others?: readonly HTMLElement[];
  /** Whether the newest words have to be saved before anything is shown. */
  readonly savesFirst?: boolean;
  /** What is said, and asked. Drawn once everything is saved, and again when somebody else saved meanwhile. */
  readonly draw: () => readonly (Node | null)[];
  /** Which issues of the story are shown: those that stop it also stop the act, or are only told. None when absent. */
  readonly issues?: 'stop' | 'tell';
  /** Whether readers will find something changed, which is listed then. */
  readonly touchesReaders?: boolean;
  /** Who is told by mail. */
  readonly mail?: () => string;
  /** What stands against it whatever is filled in; null for nothing. */
  readonly against?: () => string | null;
  /** What is missing; null for nothing. */
  readonly problem?: () => string | null | Promise<string | null>;
  readonly run: () => Promise<Outcome>;
  /** What to say once it is done: the dialog closes then. With an element the dialog shows it instead. */
  readonly done: () => string | { readonly words: string; readonly shown: readonly Node[] };
}

export interface ActDialog extends Opened {
  /** The confirming button is named anew. */
  rename(): void;
  /** Does another act of the same dialog, with the same answers to what comes back. */
  perform(run: () => Promise<Outcome>, done: () => string): Promise<void>;
}

/** Says what will happen, asks what has to be known, and does it after one more press. */
export function openAct(desk: Desk, setting: ActSetting): ActDialog {
  const said = h('div', { class: 'act-said', role: 'alert' });
  const status = h('p', { class: 'act-status', role: 'status' });
  const body = h('div', { class: 'act' });
  const confirm = h('button', { type: 'button', class: `button ${setting.isDanger === true ? 'danger' : 'primary'}`, 'aria-disabled': 'true', autofocus: true, onclick: () => void go() }, setting.confirm());
  const cancel = h('button', { type: 'button', class: 'button', onclick: () => opened.close() }, setting.cancel);
  const opened = openDialog(setting.title, [h('div', { class: 'act' }, status, said, body)], [...(setting.others ?? []), cancel, confirm], { className: 'act-dialog' });
  let isBusy = false;
  opened.dialog.addEventListener('keydown', (event) => {
    const isLine = event.target instanceof HTMLInputElement && event.target.type !== 'radio' && event.target.getAttribute('role') !== 'combobox';
    if (!opened.dialog.open || event.key !== 'Enter' || event.isComposing || event.defaultPrevented || !(event.ctrlKey || event.metaKey || isLine)) return;
    event.preventDefault();
    void go();
  });
  void prepare(null);

  async function prepare(words: string | null): Promise<void> {
    setReady(false);
    if (setting.savesFirst === true && isUnsaved(desk.saving.state)) {
      status.textContent = 'Saving first…';
      if (!(await desk.saving.saveNow())) {
        status.textContent = '';
        return tell('stop', 'The story could not be saved, so this cannot be done yet. The line at the top says why; your text is safe there.');
      }
      // A save may have ended an approval.
      await desk.acts.refresh();
    }
    status.textContent = '';
    draw(desk.story.issues(), words);
  }

  function draw(issues: readonly Issue[], words: string | null): void {
    const against = setting.against?.() ?? null;
    const stops = issues.filter((issue) => issue.severity === 'stop');
    const warnings = issues.filter((issue) => issue.severity === 'warn');
    const show = (issue: Issue): void => {
      opened.close();
      desk.story.show(issue);
    };
    const list = (some: readonly Issue[]): Node | null => (setting.issues === undefined || some.length === 0 ? null : issueList(some, desk.story.blockName, show));
    if (against !== null) tell('stop', against);
    else tell('warn', words);
    const isStopped = setting.issues === 'stop' && stops.length > 0;
    body.replaceChildren(...[list(stops), ...setting.draw(), list(warnings), isStopped ? null : aftermath()].filter((node) => node !== null));
    setReady(against === null && !isStopped);
    if (isStopped) announce(`${stops.length} ${stops.length === 1 ? 'thing stops' : 'things stop'} publication.`);
  }

  function aftermath(): Node | null {
    if (setting.touchesReaders !== true) return setting.mail === undefined ? null : h('div', { class: 'aftermath' }, h('p', {}, setting.mail()));
    return h('div', { class: 'aftermath' }, effectsView(desk), setting.mail === undefined ? '' : h('p', {}, setting.mail()));
  }

  async function go(): Promise<void> {
    if (isBusy || confirm.getAttribute('aria-disabled') === 'true') return;
    isBusy = true;
    const problem = (await setting.problem?.()) ?? null;
    isBusy = false;
    if (problem !== null) {
      tell('warn', problem);
      opened.dialog.querySelector<HTMLElement>('.act [aria-invalid=true]')?.focus();
      return;
    }
    await perform(setting.run, setting.done);
  }

  async function perform(run: () => Promise<Outcome>, done: ActSetting['done']): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    setReady(false);
    tell('warn', null);
    confirm.textContent = setting.busy;
    const outcome = await run();
    isBusy = false;
    rename();
    switch (outcome.kind) {
      case 'done':
        return finish(done());
      case 'stopped':
        return draw(outcome.issues, null);
      case 'newer':
        return prepare(outcome.words);
      case 'failed':
        setReady(true);
        return tell('stop', outcome.words);
    }
  }

  function finish(result: ReturnType<ActSetting['done']>): void {
    if (typeof result === 'string') {
      opened.close();
      announce(result);
      return;
    }
    tell('warn', null);
    body.replaceChildren(...result.shown);
    for (const other of setting.others ?? []) other.remove();
    confirm.remove();
    cancel.textContent = 'Back to the story';
    (body.querySelector<HTMLElement>('a, button') ?? cancel).focus();
    announce(result.words);
  }

  function tell(kind: 'stop' | 'warn', words: string | null): void {
    said.replaceChildren(...(words === null ? [] : [h('p', { class: `notice ${kind}` }, words)]));
    if (words !== null) said.scrollIntoView?.({ block: 'nearest' });
  }

  function setReady(isReady: boolean): void {
    confirm.setAttribute('aria-disabled', String(!isReady));
  }

  function rename(): void {
    confirm.textContent = setting.confirm();
  }

  return { ...opened, rename, perform };
}

/** A name with what it stands for, for lists of facts. */
export const fact = (name: string, ...value: (Node | string)[]): HTMLElement => h('div', {}, h('dt', {}, name), h('dd', {}, ...value));
