import { h, elementId } from '../dom';
import type { StoryEditor } from '../editor-app';
import { Form } from '../fields/form';
import { shapeOf } from '../blocks/shapes';
import type { FieldEntry, Json, LeadImage, Purpose } from '../story';

/** The picture above the text: the same form as a picture block's. */
export class LeadPicture {
  readonly dom: HTMLElement;
  private readonly form: Form;

  constructor(private readonly editor: StoryEditor) {
    const id = elementId('lead');
    const entries = editor.catalogue.get('image')?.fields ?? fallback;
    this.form = new Form(entries, shapeOf('image'), editor.setting, (changes) => this.change(changes));
    this.dom = h('div', { class: 'field lead-picture-field', role: 'group', 'aria-labelledby': id }, h('p', { class: 'label', id }, 'Picture above the text'), this.form.dom);
  }

  readonly show = (): void => {
    const lead = this.editor.fields.values.leadImage;
    const fields: Record<string, Json> = {};
    for (const [name, value] of Object.entries(lead ?? {})) if (value !== null) fields[name] = value as Json;
    this.form.update(fields);
    this.dom.classList.toggle('has-picture', lead !== null);
  };

  /** Puts the caret into one of its fields; false when that is not shown. */
  focus(name: string): boolean {
    return this.form.focus(name);
  }

  private change(changes: Readonly<Record<string, Json | undefined>>): void {
    const now = this.editor.fields.values.leadImage;
    const next = { media: now?.media ?? '', purpose: now?.purpose ?? null, alt: now?.alt ?? null, caption: now?.caption ?? null, credit: now?.credit ?? null };
    for (const [name, value] of Object.entries(changes)) Object.assign(next, { [name]: value ?? (name === 'media' ? '' : null) });
    this.editor.fields.set('leadImage', next.media === '' ? null : ({ ...next, purpose: next.purpose as Purpose | null } satisfies LeadImage));
  }
}

const field = (name: string, label: string, control: FieldEntry['control'], more: Partial<FieldEntry> = {}): FieldEntry => ({ name, label, control, required: false, softLimit: null, hardLimit: null, help: null, choices: [], fields: [], ...more });

// A site may be without the picture block.
const fallback: readonly FieldEntry[] = [
  field('media', 'Picture', 'picture', { required: true }),
  field('purpose', 'Purpose', 'choice', { required: true, choices: ['described', 'decorative', 'captioned'] }),
  field('alt', 'Description', 'line', { softLimit: 160, hardLimit: 500 }),
  field('caption', 'Caption', 'line', { softLimit: 250, hardLimit: 600 }),
  field('credit', 'Credit', 'line', { hardLimit: 120 }),
];
