import { elementId, h } from '../dom';
import type { StoryEditor } from '../editor-app';
import { wordsOf } from '../fields/choice-fields';
import { setText } from '../fields/field';
import type { SourceItem } from '../story';
import { findSources, sourceOption } from '../fields/searches';
import { newSource } from '../fields/new-record';
import { recordOf, remember, wordsOfSlug } from '../fields/records';
import { LeadPicture } from './lead-picture';
import { OrderedPicker } from './ordered-picker';
import type { Panel } from './side-panels';

const comments: Readonly<Record<string, string>> = {
  site: 'As the site’s setting says',
  pre: 'Read before they appear',
  firstTime: 'A writer’s first is read before it appears',
  post: 'Appear at once, read afterwards',
  closed: 'No comments',
};

/** What is said of a story as a whole. */
export class StoryDetails {
  private readonly fields = new Map<string, HTMLElement>();
  private readonly shows: (() => void)[] = [];
  private readonly body: HTMLFieldSetElement;
  private readonly lead: LeadPicture;

  constructor(private readonly editor: StoryEditor, private readonly panel: Panel) {
    const { data, setting } = editor;
    const names = (list: readonly { slug: string; name: string }[]) => ({
      find: (typed: string) => list.filter((entry) => entry.name.toLowerCase().includes(typed.toLowerCase())).slice(0, 30).map((entry) => ({ key: entry.slug, title: entry.name, detail: null })),
      name: (slug: string) => list.find((entry) => entry.slug === slug)?.name ?? wordsOfSlug(slug),
    });
    const source = (item: SourceItem) => {
      remember('sources', item.slug, item);
      return { key: item.slug, ...sourceOption(item), detail: sourceOption(item).detail ?? null };
    };
    this.body = h('fieldset', { class: 'side-fields', disabled: !setting.may('writeStories') });
    panel.body.append(this.body);
    this.lead = new LeadPicture(editor);
    this.body.append(
      this.choice('kind', 'Kind', data.kinds, wordsOf),
      this.ordered('bylines', 'Byline', 'Find an author', 'In the order in which they are named.', names(data.authors)),
      this.ordered('topics', 'Topics', 'Find a topic', 'The first is the main one.', names(data.topics)),
      this.place('leadImage', this.lead),
      this.ordered('sources', 'Sources', 'Find a report or document', 'Of the story as a whole, beyond those its blocks cite.', {
        find: async (typed, signal) => (await findSources(setting.server, typed, signal))?.map(source) ?? null,
        name: wordsOfSlug,
        lookUp: async (slug) => (await recordOf<SourceItem>(setting.server, 'sources', slug))?.title ?? null,
        create: setting.may('keepRegisters') ? async (typed) => {
          const item = await newSource(setting, typed);
          return item === null ? null : source(item);
        } : undefined,
      }),
      this.text('socialHeadline', 'Headline for social cards', 'Leave empty to use the headline.', 100),
      this.text('socialDescription', 'Description for search and social cards', 'Leave empty to use the standfirst.', 160),
      this.choice('comments', 'Comments', ['site', 'pre', 'firstTime', 'post', 'closed'], (value) => comments[value] ?? value),
    );
    editor.fields.listen(() => this.shows.forEach((show) => show()));
    this.shows.forEach((show) => show());
  }

  /** Opens the panel, at a field when one is named; of the picture also at a field of its own, such as "leadImage.purpose". */
  open(name: string | null = null): void {
    this.panel.open();
    const [owner, inner] = (name ?? '').split('.');
    const field = this.fields.get(owner!);
    if (inner === undefined || owner !== 'leadImage' || !this.lead.focus(inner)) field?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    field?.scrollIntoView({ block: 'center' });
  }

  /** A further field at the end, such as the address of the story. */
  append(name: string, field: HTMLElement): void {
    this.fields.set(name, field);
    this.body.append(field);
  }

  private place(name: string, { dom, show }: { readonly dom: HTMLElement; readonly show: () => void }): HTMLElement {
    this.fields.set(name, dom);
    this.shows.push(show);
    return dom;
  }

  private choice<K extends 'kind' | 'comments'>(name: K, label: string, values: readonly string[], words: (value: string) => string): HTMLElement {
    const id = elementId('detail');
    const select = h('select', { id }, ...values.map((value) => h('option', { value }, words(value))));
    select.addEventListener('change', () => this.editor.fields.set(name, select.value as never));
    return this.place(name, { dom: h('div', { class: 'field' }, h('label', { for: id }, label), select), show: () => {
      select.value = this.editor.fields.values[name];
    } });
  }

  private text(name: 'socialHeadline' | 'socialDescription', label: string, hint: string, soft: number): HTMLElement {
    const id = elementId('detail');
    const area = h('textarea', { id, rows: 2, 'aria-describedby': `${id}-hint` });
    const counter = h('p', { class: 'counter', hidden: true });
    const count = (): void => {
      counter.hidden = area.value.length < soft * 0.85;
      counter.textContent = `${area.value.length} characters: up to ${soft} are shown`;
    };
    area.addEventListener('input', () => {
      this.editor.fields.set(name, area.value.trim() === '' ? null : area.value.replace(/\s*[\r\n]+\s*/g, ' '));
      count();
    });
    return this.place(name, { dom: h('div', { class: 'field' }, h('label', { for: id }, label), area, counter, h('p', { class: 'hint', id: `${id}-hint` }, hint)), show: () => {
      setText(area, this.editor.fields.values[name] ?? '');
      count();
    } });
  }

  private ordered(name: 'bylines' | 'topics' | 'sources', label: string, placeholder: string, hint: string, source: ConstructorParameters<typeof OrderedPicker>[0]['source']): HTMLElement {
    const picker = new OrderedPicker({ label, placeholder, hint, source, change: (slugs) => this.editor.fields.set(name, slugs) });
    return this.place(name, { dom: picker.dom, show: () => picker.show(this.editor.fields.values[name]) });
  }
}
