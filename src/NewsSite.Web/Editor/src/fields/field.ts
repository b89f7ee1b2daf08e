import type { FieldEntry, Json } from '../story';
import type { Fields } from '../document/schema';
import type { Server } from '../server';

/** What the controls of a form share with the story around them. */
export interface FormSetting {
  readonly server: Server;
  /** The story's day, yyyy-MM-dd: roles are offered as they were held on it. */
  day(): string;
  may(permission: string): boolean;
}

/** The place of a control: where its value lives and how it is changed. */
export interface FieldHost {
  readonly entry: FieldEntry;
  readonly setting: FormSetting;
  /** The block's type, and whether the words are set as readers see them. */
  readonly type: string;
  readonly words: boolean;
  /** All fields of the block, or of the item of a list. */
  fields(): Fields;
  /** Changes fields; undefined takes one away. */
  change(changes: Readonly<Record<string, Json | undefined>>): void;
}

/** A control of a form. It shows what it is told by `update` and leaves the caret where it was. */
export interface FieldControl {
  readonly dom: HTMLElement;
  update(value: Json | undefined): void;
  focus(): void;
  destroy?(): void;
}

/** Sets the text of an input as a change from outside: the caret goes where the change was, as an undo would put it. */
export function setText(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const before = input.value;
  if (before === text) return;
  const focused = document.activeElement === input;
  input.value = text;
  if (!focused) return;
  let tail = 0;
  while (tail < Math.min(before.length, text.length) && before.at(-1 - tail) === text.at(-1 - tail)) tail++;
  const caret = Math.max(text.length - tail, 0);
  input.setSelectionRange(caret, caret);
}
