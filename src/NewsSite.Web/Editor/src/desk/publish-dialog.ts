import { announce } from '../announce';
import { issueList } from '../checks/issues';
import { h } from '../dom';
import { openDialog } from '../menus/dialog';
import type { Saving } from '../saving/saving';
import type { Issue } from '../story';
import { copyButton } from './copy';
import { pathOf, type Publication } from './publication';
import { fullAddress } from './standing';

export interface Published {
  headline(): string;
  issues(): readonly Issue[];
  blockName(id: string): string | null;
  show(issue: Issue): void;
}

/** Says what will happen and does it after one more press. Everything is saved first. */
export function openPublish(story: Published, saving: Saving, publication: Publication): void {
  const isUpdate = publication.standing.now.live !== null;
  const confirm = h('button', { type: 'button', class: 'button primary', 'aria-disabled': 'true', autofocus: true, onclick: () => void publish() }, 'Publish now');
  const cancel = h('button', { type: 'button', class: 'button', onclick: () => opened.close() }, 'Not yet');
  const body = h('div', { class: 'publish', tabindex: '-1' }, h('p', { role: 'status' }, 'Saving first…'));
  const opened = openDialog(isUpdate ? 'Publish changes' : 'Publish this story', [body], [cancel, confirm]);
  confirm.focus();
  void prepare(null);

  async function prepare(said: string | null): Promise<void> {
    setReady(false);
    if (!(await saving.saveNow())) {
      body.replaceChildren(h('p', { class: 'notice stop', role: 'alert' }, 'The story could not be saved, so it cannot be published yet. The line at the top says why; your text is safe there.'));
      return;
    }
    review(story.issues(), said);
  }

  function review(issues: readonly Issue[], said: string | null): void {
    const stops = issues.filter((issue) => issue.severity === 'stop');
    const other = issues.filter((issue) => issue.severity === 'warn');
    const go = (issue: Issue): void => {
      opened.close();
      story.show(issue);
    };
    const waiting = saving.conflicts.list.length;
    body.replaceChildren(
      ...(said === null ? [] : [h('p', { class: 'notice warn', role: 'alert' }, said)]),
      h('dl', { class: 'facts' },
        ...fact('Headline', story.headline() || 'None yet'),
        ...fact('Address', fullAddress(pathOf(publication.standing.now))),
        ...fact('What happens', stops.length > 0 ? 'Nothing yet: this has to be put right first.'
          : isUpdate ? 'Readers see the changes at once, on the page, in feeds and in lists.' : 'First publication: readers see it at once, on its page, in feeds and in lists.')),
      ...(waiting === 0 ? [] : [h('p', { class: 'notice warn' }, `${waiting === 1 ? 'One choice between two texts waits' : `${waiting} choices between two texts wait`} above the story. What the story holds now is published.`)]),
      ...(stops.length === 0 ? [] : [issueList(stops, story.blockName, go)]),
      ...(other.length === 0 ? [] : [issueList(other, story.blockName, go)]));
    setReady(stops.length === 0);
    if (stops.length > 0) announce(`${stops.length} ${stops.length === 1 ? 'thing stops' : 'things stop'} publication.`);
  }

  async function publish(): Promise<void> {
    if (confirm.getAttribute('aria-disabled') === 'true') return;
    setReady(false);
    confirm.textContent = 'Publishing…';
    const outcome = await publication.publish();
    confirm.textContent = 'Publish now';
    switch (outcome.kind) {
      case 'live':
        return showLive(outcome.address);
      case 'stopped':
        return review(outcome.issues, null);
      case 'newer':
        return prepare(outcome.words);
      case 'failed':
        return review(story.issues(), `It was not published. ${outcome.words}`);
    }
  }

  function showLive(address: string): void {
    const link = h('a', { class: 'button primary', href: address, target: '_blank' }, 'Read it as readers do', h('span', { class: 'hidden' }, ' (opens a new window)'));
    body.replaceChildren(h('p', { class: 'publish-live' }, isUpdate ? 'The changes are live.' : 'It is live.'), h('p', { class: 'publish-address' }, fullAddress(address)),
      h('div', { class: 'actions' }, link, copyButton(fullAddress(address), 'Copy the address')));
    confirm.remove();
    cancel.textContent = 'Back to the story';
    link.focus();
    announce(isUpdate ? 'The changes are live.' : 'It is live.');
  }

  function setReady(isReady: boolean): void {
    confirm.setAttribute('aria-disabled', String(!isReady));
  }
}

const fact = (name: string, value: string): [HTMLElement, HTMLElement] => [h('dt', {}, name), h('dd', {}, value)];
