import './desk.css';
import { announce } from '../announce';
import { h } from '../dom';
import { blockName } from '../checks/block-name';
import type { StoryEditor } from '../editor-app';
import { icon } from '../icons';
import { menuButton, type MenuItem } from '../menus/menu-button';
import { clockOf } from '../saving/clock';
import { isUnsaved } from '../saving/machine';
import type { Saving } from '../saving/saving';
import { StoryAddress } from '../shell/story-address';
import type { EditorData, Issue } from '../story';
import { openBackToDraft } from './back-to-draft';
import { openPreviewLinks } from './preview-links';
import { Publication } from './publication';
import { openPublish } from './publish-dialog';
import { StandingStore, standingOf, stateWords } from './standing';

/** What happens to the story as a whole: where it stands, preview, publication, and the rest in a menu. */
export function startDesk(editor: StoryEditor, data: EditorData, saving: Saving): void {
  const may = (permission: string): boolean => data.may.includes(permission);
  const { id } = data.article;
  const publication = new Publication(id, editor.server, saving, new StandingStore(standingOf(data.article)));
  const { standing } = publication;
  let issues: readonly Issue[] = data.article.issues;

  const badge = h('span', { class: 'state' });
  const pending = h('span', { class: 'badge desk-pending' }, 'Changes not yet live');
  const preview = h('button', { type: 'button', class: 'button small', title: 'Ctrl+P', onclick: () => editor.act('preview') }, 'Preview');
  const publish = h('button', { type: 'button', class: 'button small primary', hidden: !may('publishStories'), onclick: () => ask() });
  const more = h('div', { class: 'desk-more' });
  editor.shell.status.before(h('p', { class: 'desk-state' }, badge, pending));
  editor.shell.actions.replaceChildren(preview, publish, more);
  editor.shell.addDetail('slug', new StoryAddress(id, editor.server, saving, standing).dom);

  function ask(): void {
    if (publish.getAttribute('aria-disabled') === 'true') return void announce('Readers see everything that is here.');
    openPublish({ headline: () => editor.fields.values.headline, issues: () => issues, blockName: (block) => blockName(editor, block), show: (issue) => editor.focusIssue(issue) }, saving, publication);
  }

  let drawn = '';
  function show(): void {
    const { state, live } = standing.now;
    const isSame = live !== null && live === saving.state.revision && !isUnsaved(saving.state);
    const now = [state, live !== null, isSame, saving.state.revision !== null].join();
    if (now === drawn) return;
    drawn = now;
    badge.className = `state ${state}`;
    badge.textContent = stateWords[state];
    pending.hidden = live === null || isSame;
    publish.textContent = live === null ? 'Publish' : 'Publish changes';
    publish.setAttribute('aria-disabled', String(isSame));
    publish.title = isSame ? 'Readers see everything that is here' : '';
    const had = more.contains(document.activeElement);
    more.replaceChildren(menuButton('More for this story', icon('more'), items(), (attributes) => h('button', { ...attributes, class: 'icon' })));
    if (had) more.querySelector('button')?.focus();
  }

  function items(): MenuItem[] {
    const { address } = standing.now;
    const list: MenuItem[] = [{ label: 'Preview', keys: 'Ctrl+P', run: () => editor.act('preview') }];
    if (saving.state.revision !== null) list.push({ label: 'History', run: () => void leaveFor(`/newsroom/articles/${id}/history`) });
    if (may('makePreviewLinks')) list.push({ label: 'Preview links…', run: () => openPreviewLinks(id, editor.server, saving, clockOf(data.site.zone)) });
    if (address !== null) list.push({ label: 'Read it as readers do', run: () => void window.open(address, '_blank') });
    if (address !== null && may('publishStories')) list.push({ label: 'Back to draft…', danger: true, run: () => openBackToDraft(publication) });
    return list;
  }

  async function leaveFor(path: string): Promise<void> {
    await saving.saveNow();
    location.assign(path);
  }

  editor.onAct('preview', () => void openPreview(id, saving));
  saving.news.on((news) => {
    issues = news.issues;
    standing.set({ state: news.state, slug: news.slug, live: news.live });
  });
  saving.changed.on(show);
  standing.changed.on(show);
  show();
}

/** The window is opened at once, while the press still counts, and filled once everything is saved. */
async function openPreview(id: string, saving: Saving): Promise<void> {
  const path = `/newsroom/articles/${id}/preview`;
  const page = window.open(isUnsaved(saving.state) ? 'about:blank' : path, `preview-${id}`);
  if (!isUnsaved(saving.state)) return;
  if (await saving.saveNow()) {
    if (page === null) location.assign(path);
    else page.location.assign(path);
    return;
  }
  page?.close();
  announce('The story could not be saved, so there is nothing new to preview.');
}
