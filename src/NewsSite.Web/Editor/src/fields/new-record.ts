import { h } from '../dom';
import { labelled, openDialog } from '../menus/dialog';
import { wordsOf as failureWords, type Answer } from '../server';
import type { PersonItem, SourceItem } from '../story';
import { partialDate } from './choice-fields';
import type { FormSetting } from './field';

type Sent<T> = { readonly item: T } | { readonly fault: string } | { readonly offer: HTMLElement };

/** A small form over the story; resolves to null when the writer leaves it. */
function ask<T>(title: string, fields: readonly HTMLElement[], button: string, send: (done: (item: T) => void) => Promise<Sent<T>>): Promise<T | null> {
  return new Promise((resolve) => {
    let made: T | null = null;
    const fault = h('div', { class: 'error', role: 'alert' });
    const form = h('form', { class: 'form', id: 'new-record' }, ...fields, fault);
    const opened = openDialog(title, [form], [h('button', { type: 'button', class: 'button', onclick: () => opened.close() }, 'Cancel'), h('button', { type: 'submit', form: 'new-record', class: 'button primary' }, button)], { onclose: () => resolve(made) });
    const done = (item: T): void => {
      made = item;
      opened.close();
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      fault.replaceChildren();
      void send(done).then((sent) => {
        if ('item' in sent) done(sent.item);
        else fault.replaceChildren('offer' in sent ? sent.offer : sent.fault);
      });
    });
  });
}

const orNull = (input: HTMLInputElement): string | null => (input.value.trim() === '' ? null : input.value.trim());

/** Adds a person to the register without leaving the story. */
export function newPerson(setting: FormSetting, typed: string): Promise<PersonItem | null> {
  const name = h('input', { type: 'text', required: true, value: typed, maxlength: 120 });
  const role = h('input', { type: 'text', maxlength: 200 });
  const organisation = h('input', { type: 'text', maxlength: 160 });
  const post = async (another: boolean): Promise<Answer<PersonItem>> =>
    setting.server.post<PersonItem>('people', { name: name.value.trim(), role: orNull(role), organisation: orNull(organisation), from: null, another });
  return ask<PersonItem>('New person', [
    labelled('Name', name),
    labelled('Role on the day of the story', role, 'Such as “cabinet member for children’s services”. Leave empty for none.'),
    labelled('Organisation', organisation),
  ], 'Add person', async (done) => {
    const answer = await post(false);
    if (answer.ok) return { item: answer.body };
    const existing = answer.problem['existing'] as readonly PersonItem[] | undefined;
    if (!existing?.length) return { fault: failureWords(answer) };
    const another = h('button', { type: 'button', class: 'button small', onclick: () => void post(true).then((second) => second.ok && done(second.body)) }, 'No, add another person of this name');
    return { offer: h('div', { class: 'offer' }, h('p', {}, 'The register has somebody of this name. Do you mean:'), ...existing.map((item) =>
      h('button', { type: 'button', class: 'button small', onclick: () => done(item) }, item.role === null ? item.name : `${item.name}, ${item.role}`)), another) };
  });
}

/** Adds a source to the register without leaving the story. */
export function newSource(setting: FormSetting, typed: string): Promise<SourceItem | null> {
  const isAddress = /^https?:\/\//i.test(typed);
  const title = h('input', { type: 'text', required: true, value: isAddress ? '' : typed, maxlength: 300 });
  const publisher = h('input', { type: 'text', maxlength: 160 });
  const kind = h('input', { type: 'text', maxlength: 80 });
  const address = h('input', { type: 'url', value: isAddress ? typed : '', maxlength: 2000, placeholder: 'https://' });
  const published = h('input', { type: 'text', placeholder: '2015, Nov 2017 or 21/9/2022' });
  return ask<SourceItem>('New source', [
    labelled('Title', title, 'As it stands on the document.'),
    labelled('Publisher', publisher, 'Such as “Ofsted”.'),
    labelled('Kind', kind, 'Such as “Inspection report” or “Minutes”.'),
    labelled('Address', address),
    labelled('Published', published),
  ], 'Add source', async () => {
    const date = partialDate(published.value.trim());
    if (published.value.trim() !== '' && date === null) return { fault: 'Write the date as a year, a month and year, or a day, month and year.' };
    const answer = await setting.server.post<SourceItem>('sources', { title: title.value.trim(), publisher: orNull(publisher), kind: orNull(kind), address: orNull(address), published: date });
    return answer.ok ? { item: answer.body } : { fault: failureWords(answer) };
  });
}
