import type { BlockShape } from '../blocks/shapes';
import type { Fields } from '../document/schema';
import { elementId, h } from '../dom';
import type { Block, FieldEntry } from '../story';
import { choiceField, partialDateField, yesNoField } from './choice-fields';
import type { FieldControl, FieldHost, FormSetting } from './field';
import { itemsField } from './items-field';
import { articleField, articlesField, personField, sourceField } from './pickers';
import { pictureField } from './picture-field';
import { addressField, lineField, paragraphsField } from './text-fields';

type Maker = (host: FieldHost, id: string) => FieldControl;

const makers: Readonly<Record<FieldEntry['control'], Maker>> = {
  line: lineField,
  paragraphs: paragraphsField,
  markdown: paragraphsField,
  address: addressField,
  choice: choiceField,
  yesNo: yesNoField,
  partialDate: partialDateField,
  items: itemsField,
  person: personField,
  source: sourceField,
  picture: pictureField,
  article: articleField,
  articles: articlesField,
};

export type Change = FieldHost['change'];

interface Row {
  readonly entry: FieldEntry;
  readonly dom: HTMLElement;
  readonly control: FieldControl;
}

/** The form of a block, or of one item of a list: a control for each field of its type. */
export class Form {
  readonly dom: HTMLFieldSetElement;
  private readonly rows: Row[] = [];
  private fields: Fields = {};

  constructor(entries: readonly FieldEntry[], private readonly shape: BlockShape, private readonly setting: FormSetting, private readonly change: Change) {
    this.dom = h('fieldset', { class: 'fields', disabled: !setting.may('writeStories') });
    this.dom.addEventListener('pointerdown', holdHints);
    for (const group of inRows(entries, shape)) {
      const line = h('div', { class: group.length > 1 ? 'field-row' : 'field-line' });
      for (const entry of group) {
        const row = this.row(entry);
        this.rows.push(row);
        line.append(row.dom);
      }
      this.dom.append(line);
    }
  }

  update(fields: Fields): void {
    this.fields = fields;
    for (const { entry, dom, control } of this.rows) {
      const value = fields[entry.name];
      dom.toggleAttribute('data-empty', isEmpty(value));
      dom.hidden = !(this.shape.shows?.(entry.name, fields) ?? true);
      control.update(value);
    }
  }

  /** Puts the caret into a field; the one where writing begins when none is named. */
  focus(name?: string | null): boolean {
    const shown = this.rows.filter((row) => !row.dom.hidden);
    const row = shown.find((r) => r.entry.name === name) ?? shown.find((r) => r.entry.name === this.shape.first) ?? shown[0];
    row?.control.focus();
    return row !== undefined;
  }

  destroy(): void {
    for (const row of this.rows) row.control.destroy?.();
  }

  private row(entry: FieldEntry): Row {
    const id = elementId('field');
    const words = this.shape.words?.includes(entry.name) ?? false;
    const host: FieldHost = { entry, setting: this.setting, type: this.shape.type, words, fields: () => this.fields, change: this.change };
    const control = makers[entry.control](host, id);
    const help = entry.help === null ? null : h('div', { class: 'hint', id: `${id}-help` }, entry.help);
    const input = control.dom.querySelector(`#${id}`);
    if (help && input && !input.hasAttribute('aria-describedby')) input.setAttribute('aria-describedby', help.id);
    if (entry.required && input?.matches('input:not([type=radio]), textarea')) input.setAttribute('aria-required', 'true');
    const grouped = entry.control === 'choice' || entry.control === 'items' || entry.control === 'articles' || entry.control === 'picture';
    const label = entry.control === 'yesNo' ? null : grouped ? h('div', { class: 'label' }, entry.label) : h('label', { for: id, class: 'label' }, entry.label);
    const dom = h('div', { class: `field is-${entry.control}${words ? ' is-words' : ''}`, 'data-field': entry.name, 'data-empty': true }, label, control.dom, help);
    return { entry, dom, control };
  }
}

// The hint of the field that is left stays until the release: the button or choice under the pointer must not move away from it.
function holdHints(): void {
  const held: Element[] = [];
  for (let at = document.activeElement?.closest('.field'); at; at = at.parentElement?.closest('.field')) held.push(at);
  for (const field of held) field.classList.add('held');
  const release = (): void => {
    window.removeEventListener('pointerup', release);
    window.removeEventListener('pointercancel', release);
    setTimeout(() => held.forEach((field) => field.classList.remove('held')));
  };
  window.addEventListener('pointerup', release);
  window.addEventListener('pointercancel', release);
}

function inRows(entries: readonly FieldEntry[], shape: BlockShape): FieldEntry[][] {
  const rows: FieldEntry[][] = [];
  const placed = new Set<FieldEntry>();
  for (const names of shape.rows ?? []) {
    const row = names.map((name) => entries.find((entry) => entry.name === name)).filter((entry) => entry !== undefined);
    for (const entry of row) placed.add(entry);
    if (row.length > 0) rows.push(row);
  }
  return [...rows, ...entries.filter((entry) => !placed.has(entry)).map((entry) => [entry])];
}

const isEmpty = (value: Block[string] | undefined): boolean => value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
