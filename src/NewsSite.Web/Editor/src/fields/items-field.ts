import { announce } from '../announce';
import { shapeOf } from '../blocks/shapes';
import type { Fields } from '../document/schema';
import { h } from '../dom';
import { icon } from '../icons';
import type { Json } from '../story';
import type { FieldControl, FieldHost } from './field';
import { Form } from './form';

interface Item {
  readonly dom: HTMLElement;
  readonly form: Form;
  readonly head: HTMLElement;
}

/** A list of records with fields of their own: added, moved and taken away one by one. */
export function itemsField(host: FieldHost, id: string): FieldControl {
  const list = h('ol', { class: 'items' });
  const noun = host.entry.label.replace(/s$/, '').toLowerCase();
  const add = h('button', { type: 'button', class: 'button small', id, onclick: () => insert() }, icon('plus'), `Add ${noun}`);
  const items: Item[] = [];
  const values = (): Fields[] => (Array.isArray(host.fields()[host.entry.name]) ? [...(host.fields()[host.entry.name] as readonly Fields[])] : []);
  const write = (next: readonly Fields[]): void => host.change({ [host.entry.name]: next.length === 0 ? undefined : (next as Json) });

  function insert(): void {
    write([...values(), {}]);
    items.at(-1)?.form.focus();
  }

  function remove(item: Item): void {
    const at = items.indexOf(item);
    write(values().filter((_, i) => i !== at));
    (items[Math.min(at, items.length - 1)]?.head.querySelector('button') ?? add).focus();
    announce(`${noun} removed`);
  }

  function move(item: Item, by: -1 | 1): void {
    const at = items.indexOf(item);
    const next = values();
    if (next[at + by] === undefined) return;
    [next[at], next[at + by]] = [next[at + by]!, next[at]!];
    write(next);
    items[at + by]?.head.querySelector<HTMLElement>(by < 0 ? '.up' : '.down')?.focus();
    announce(`${noun} moved to ${at + by + 1} of ${next.length}`);
  }

  function make(): Item {
    const form: Form = new Form(host.entry.fields, shapeOf(host.type), host.setting, (changes) => {
      const at = items.findIndex((other) => other.form === form);
      write(values().map((fields, i) => (i === at ? changed(fields, changes) : fields)));
    });
    const head = h('div', { class: 'item-head' });
    const item: Item = { form, head, dom: h('li', { class: 'item' }, form.dom, head) };
    head.append(
      h('button', { type: 'button', class: 'icon up', 'aria-label': `Move ${noun} up`, onclick: () => move(item, -1) }, icon('up')),
      h('button', { type: 'button', class: 'icon down', 'aria-label': `Move ${noun} down`, onclick: () => move(item, 1) }, icon('down')),
      h('button', { type: 'button', class: 'icon', 'aria-label': `Remove ${noun}`, onclick: () => remove(item) }, icon('cross')),
    );
    return item;
  }

  return {
    dom: h('div', { class: 'control', role: 'group', 'aria-label': host.entry.label }, list, add),
    update(value) {
      const given = Array.isArray(value) ? (value as readonly Fields[]) : [];
      while (items.length > given.length) {
        const gone = items.pop()!;
        gone.form.destroy();
        gone.dom.remove();
      }
      while (items.length < given.length) {
        const item = make();
        items.push(item);
        list.append(item.dom);
      }
      given.forEach((fields, i) => items[i]!.form.update(fields));
    },
    focus: () => (items.length === 0 ? insert() : items[0]!.form.focus()),
    destroy: () => items.forEach((item) => item.form.destroy()),
  };
}

/** Fields with changes; undefined takes a field away. */
export function changed(fields: Fields, changes: Readonly<Record<string, Json | undefined>>): Fields {
  const next: Record<string, Json> = { ...fields };
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete next[name];
    else next[name] = value;
  }
  return next;
}
