import { h } from '../dom';
import { icon } from '../icons';
import type { ArticleItem, Json, PersonItem, SourceItem } from '../story';
import { Chosen } from './chosen';
import { Combobox } from './combobox';
import type { FieldControl, FieldHost } from './field';
import { newPerson, newSource } from './new-record';
import { recordOf, remember, wordsOfSlug } from './records';
import { articleOption, findArticles, findPeople, findSources, personOption, sourceOption } from './searches';

const slug = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** A person of the register. The name and the role of the day are filled in where the writer has not done so. */
export function personField(host: FieldHost, id: string): FieldControl {
  const choose = (item: PersonItem): void => {
    remember('people', item.slug, item);
    const fields = host.fields();
    host.change({ [host.entry.name]: item.slug, ...(fields['name'] === undefined ? { name: item.name } : {}), ...(fields['role'] === undefined && item.role !== null ? { role: item.role } : {}) });
  };
  const { server } = host.setting;
  const chosen = new Chosen<PersonItem>({
    id,
    label: host.entry.label,
    placeholder: 'Find a person',
    search: (typed, signal) => findPeople(server, typed, host.setting.day(), signal),
    show: personOption,
    choose,
    create: host.setting.may('keepRegisters') ? { label: (typed) => `New person “${typed}”…`, run: (typed) => void newPerson(host.setting, typed).then((item) => (item ? choose(item) : chosen.focus())) } : undefined,
  }, async (key) => optionOf(await recordOf<PersonItem>(server, 'people', key), personOption), () => host.change({ [host.entry.name]: undefined }));
  return { dom: chosen.dom, update: (value) => chosen.show(slug(value), wordsOfSlug(slug(value) ?? '')), focus: () => chosen.focus() };
}

/** A cited document of the register. */
export function sourceField(host: FieldHost, id: string): FieldControl {
  const choose = (item: SourceItem): void => {
    remember('sources', item.slug, item);
    host.change({ [host.entry.name]: item.slug });
  };
  const { server } = host.setting;
  const chosen = new Chosen<SourceItem>({
    id,
    label: host.entry.label,
    placeholder: 'Find a report or document',
    search: (typed, signal) => findSources(server, typed, signal),
    show: sourceOption,
    choose,
    create: host.setting.may('keepRegisters') ? { label: (typed) => `New source “${typed}”…`, run: (typed) => void newSource(host.setting, typed).then((item) => (item ? choose(item) : chosen.focus())) } : undefined,
  }, async (key) => optionOf(await recordOf<SourceItem>(server, 'sources', key), sourceOption), () => host.change({ [host.entry.name]: undefined }));
  return { dom: chosen.dom, update: (value) => chosen.show(slug(value), wordsOfSlug(slug(value) ?? '')), focus: () => chosen.focus() };
}

/** An article of this site. */
export function articleField(host: FieldHost, id: string): FieldControl {
  const { server } = host.setting;
  const chosen = new Chosen<ArticleItem>({
    id,
    label: host.entry.label,
    placeholder: 'Find an article of this site',
    search: (typed, signal) => findArticles(server, typed, signal),
    show: articleOption,
    choose: (item) => {
      remember('articles', item.slug, item);
      host.change({ [host.entry.name]: item.slug });
    },
  }, async (key) => optionOf(await recordOf<ArticleItem>(server, 'articles', key), articleOption), () => host.change({ [host.entry.name]: undefined }));
  return { dom: chosen.dom, update: (value) => chosen.show(slug(value), wordsOfSlug(slug(value) ?? '')), focus: () => chosen.focus() };
}

/** Several articles, in order. */
export function articlesField(host: FieldHost, id: string): FieldControl {
  const values = (): string[] => {
    const value = host.fields()[host.entry.name];
    return Array.isArray(value) ? value.filter((s): s is string => typeof s === 'string') : [];
  };
  const write = (next: readonly string[]): void => host.change({ [host.entry.name]: next.length === 0 ? undefined : next });
  const list = h('ul', { class: 'chips' });
  const combobox: Combobox<ArticleItem> = new Combobox<ArticleItem>({
    id,
    label: host.entry.label,
    placeholder: 'Find an article of this site',
    search: (typed, signal) => findArticles(host.setting.server, typed, signal),
    show: articleOption,
    choose: (item) => {
      remember('articles', item.slug, item);
      combobox.input.value = '';
      if (!values().includes(item.slug)) write([...values(), item.slug]);
    },
  });
  let shown = '';
  return {
    dom: h('div', { class: 'control' }, list, combobox.dom),
    update() {
      if (shown === values().join()) return;
      shown = values().join();
      list.replaceChildren(...values().map((key) => {
        const words = h('span', {}, wordsOfSlug(key));
        void recordOf<ArticleItem>(host.setting.server, 'articles', key).then((item) => item && (words.textContent = item.headline));
        return h('li', { class: 'chip' }, words, h('button', { type: 'button', class: 'icon', 'aria-label': `Remove ${wordsOfSlug(key)}`, onclick: () => {
          write(values().filter((other) => other !== key));
          combobox.input.focus();
        } }, icon('cross')));
      }));
    },
    focus: () => combobox.input.focus(),
  };
}

const optionOf = <T, R>(item: T | null, show: (item: T) => R): R | null => (item === null ? null : show(item));
