import type { Plugin } from 'prosemirror-state';
import { h } from '../dom';
import type { StoryEditor } from '../editor-app';
import { icon } from '../icons';
import { openHelp } from '../menus/help-sheet';
import { keysOfLinks } from '../menus/link-dialog';
import { selectionToolbar } from '../menus/selection-toolbar';
import { openSuggest } from '../menus/suggest';
import { tableToolbar } from '../menus/table-toolbar';
import { countWords, wordsPerMinute } from '../words';
import { dragHandle } from './drag';
import { plusButton } from './plus-button';
import { StoryDetails } from './story-details';
import { StoryHead } from './story-head';
import { SidePanels, type Panel } from './side-panels';

/** What stands around the words: the bar, the head of the story, the panels beside it. Other parts put their own things into its places. */
export class StoryShell {
  /** One line in the bar: "Saved 14:02". */
  readonly status = h('div', { class: 'desk-status', role: 'status' });
  /** Buttons at the end of the bar, such as "Preview" and "Publish". */
  readonly actions = h('div', { class: 'desk-actions' });
  /** Above the story: what the writer must decide, such as a conflict or words found on this device. */
  readonly notices = h('div', { class: 'desk-notices' });
  /** Who else is here. */
  readonly presence = h('div', { class: 'desk-presence' });
  readonly body = h('div', { class: 'story-body' });
  readonly panels: SidePanels;
  private readonly head: StoryHead;
  private readonly details: StoryDetails;
  private readonly words = h('p', { class: 'desk-words' });
  private counting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, private readonly editor: StoryEditor) {
    this.panels = new SidePanels();
    this.head = new StoryHead(editor, () => this.details.open());
    this.details = new StoryDetails(editor, this.panels.add('details', 'Story details', 'document'));
    const insert = h('button', { type: 'button', class: 'button small quiet', title: 'Insert a block ( / )', onclick: () => openSuggest(editor.view, '/') }, icon('plus'), h('span', { class: 'wide-only' }, 'Insert block'));
    const help = h('button', { type: 'button', class: 'icon', 'aria-label': 'Keyboard shortcuts', title: 'Keyboard shortcuts (Ctrl+/)', onclick: () => openHelp(editor.insertables) }, icon('help'));
    insert.hidden = !editor.setting.may('writeStories');
    const bar = h('header', { class: 'desk-bar' },
      h('a', { class: 'icon', href: '/newsroom/articles', 'aria-label': 'All stories', title: 'All stories' }, icon('back')),
      this.status, this.presence, insert, help, this.panels.tabs, this.actions);
    const sheet = h('div', { class: 'story-sheet' }, this.notices, this.head.dom, this.body, this.words);
    host.classList.add('desk');
    host.replaceChildren(bar, h('div', { class: 'desk-main' }, sheet, this.panels.dom));
    // A press in the white below the words writes on at the end.
    sheet.addEventListener('mousedown', (event) => {
      if (event.target === sheet || event.target === this.body) {
        event.preventDefault();
        editor.view.focus();
      }
    });
    document.addEventListener('keydown', this.keyed);
  }

  /** Called once the view stands. */
  ready(): void {
    this.head.ready();
    this.count();
    this.editor.onChange(() => {
      clearTimeout(this.counting);
      this.counting = setTimeout(() => this.count(), 400);
    });
  }

  /** A further field at the end of the story's details. */
  addDetail(name: string, field: HTMLElement): void {
    this.details.append(name, field);
  }

  /** A place beside the story, with a button in the bar that opens it. */
  addPanel(name: string, label: string, iconName: string): Panel {
    return this.panels.add(name, label, iconName);
  }

  plugins(): Plugin[] {
    return [keysOfLinks(this.editor), selectionToolbar(this.editor), tableToolbar(), plusButton(), dragHandle()];
  }

  /** Takes the writer to a field of the story, wherever it is shown. */
  focusField(name: string | null): void {
    if (name === 'headline' || name === 'standfirst') this.head.focus(name);
    else this.details.open(name);
  }

  private count(): void {
    const { words, minutes } = countWords(this.editor.view.state.doc);
    this.words.textContent = words === 0 ? '' : `${words.toLocaleString('en-GB')} ${words === 1 ? 'word' : 'words'} · ${minutes} min to read`;
    this.words.title = `At ${wordsPerMinute} words a minute (Brysbaert 2019)`;
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.key === 'Enter' && event.shiftKey) this.editor.act('next');
    else if (event.key === 's') this.editor.act('save');
    else if (event.key === 'p') this.editor.act('preview');
    else if (event.key === '/') openHelp(this.editor.insertables);
    else return;
    event.preventDefault();
  };
}
