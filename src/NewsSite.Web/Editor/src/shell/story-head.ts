import { Selection, TextSelection } from 'prosemirror-state';
import { autosize, h } from '../dom';
import type { StoryEditor } from '../editor-app';
import { wordsOf } from '../fields/choice-fields';
import { setText } from '../fields/field';

/** Kind and byline in one quiet line, the headline, the standfirst: set as readers see them. */
export class StoryHead {
  readonly dom: HTMLElement;
  private readonly headline = h('textarea', { class: 'headline', rows: 1, 'aria-label': 'Headline', placeholder: 'Headline', maxlength: 300, spellcheck: 'true' });
  private readonly standfirst = h('textarea', { class: 'standfirst', rows: 1, 'aria-label': 'Standfirst', placeholder: 'Standfirst: what it means, in a sentence', maxlength: 600, spellcheck: 'true' });
  private readonly signed: HTMLButtonElement;
  private readonly fits: (() => void)[];

  constructor(private readonly editor: StoryEditor, openDetails: () => void) {
    this.signed = h('button', { type: 'button', class: 'signed', title: 'Story details', onclick: openDetails });
    this.fits = [autosize(this.headline), autosize(this.standfirst)];
    this.dom = h('div', { class: 'story-head' }, this.signed, h('h1', { class: 'headline-box' }, this.headline), this.standfirst);
    this.headline.readOnly = this.standfirst.readOnly = !editor.setting.may('writeStories');
    this.bind(this.headline, 'headline');
    this.bind(this.standfirst, 'standfirst');
    this.headline.addEventListener('keydown', (event) => this.key(event, this.headline));
    this.standfirst.addEventListener('keydown', (event) => this.key(event, this.standfirst));
    editor.fields.listen(() => this.show());
    this.show();
  }

  ready(): void {
    for (const fit of this.fits) fit();
    void document.fonts?.ready.then(() => this.fits.forEach((fit) => fit()));
    if (this.headline.value === '') this.headline.focus();
  }

  focus(name: 'headline' | 'standfirst'): void {
    this[name].focus();
    this[name].scrollIntoView({ block: 'center' });
  }

  private bind(area: HTMLTextAreaElement, name: 'headline' | 'standfirst'): void {
    area.addEventListener('input', () => {
      const line = area.value.replace(/\s*[\r\n]+\s*/g, ' ');
      if (line !== area.value) setText(area, line);
      if (name === 'headline') this.editor.fields.set('headline', line);
      else this.editor.fields.set('standfirst', line === '' ? null : line);
    });
  }

  // Enter and the arrows go on from headline to standfirst to text, and back.
  private key(event: KeyboardEvent, area: HTMLTextAreaElement): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const atEnd = area.selectionStart === area.value.length;
    const atStart = area.selectionEnd === 0;
    if (event.key === 'Enter' || (event.key === 'ArrowDown' && atEnd)) {
      event.preventDefault();
      if (area === this.headline) this.standfirst.focus();
      else this.toText(event.key === 'Enter');
    } else if (event.key === 'ArrowUp' && atStart && area === this.standfirst) {
      event.preventDefault();
      this.headline.focus();
    }
  }

  private toText(fresh: boolean): void {
    const { view } = this.editor;
    const start = Selection.atStart(view.state.doc);
    // Enter begins the first paragraph, as it would in a text; an empty one that waits there is taken.
    view.dispatch(view.state.tr.setSelection(fresh && start instanceof TextSelection ? start : Selection.near(view.state.doc.resolve(0))).scrollIntoView());
    view.focus();
  }

  private show(): void {
    const { values } = this.editor.fields;
    const { authors, topics } = this.editor.data;
    const name = (list: readonly { slug: string; name: string }[], slug: string): string => list.find((entry) => entry.slug === slug)?.name ?? slug;
    setText(this.headline, values.headline);
    setText(this.standfirst, values.standfirst ?? '');
    const by = values.bylines.map((slug) => name(authors, slug));
    const main = values.topics[0];
    this.signed.replaceChildren(
      h('span', { class: `kind ${values.kind}` }, wordsOf(values.kind)),
      h('span', { class: by.length === 0 ? 'missing' : null }, by.length === 0 ? 'Add a byline' : `By ${new Intl.ListFormat('en-GB').format(by)}`),
      h('span', { class: main === undefined ? 'missing' : null }, main === undefined ? 'Add a topic' : name(topics, main)));
    for (const fit of this.fits) fit();
  }
}
