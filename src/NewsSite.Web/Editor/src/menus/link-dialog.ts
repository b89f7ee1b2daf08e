import { keymap } from 'prosemirror-keymap';
import type { Mark } from 'prosemirror-model';
import { TextSelection, type EditorState, type Plugin } from 'prosemirror-state';
import { elementId, h } from '../dom';
import { marksOf, schema } from '../document/schema';
import type { StoryEditor } from '../editor-app';
import { Combobox } from '../fields/combobox';
import { articleOption, findArticles } from '../fields/searches';
import { addressFrom, refusedAddress } from '../prose/links';
import type { ArticleItem } from '../story';
import { openDialog } from './dialog';

export const keysOfLinks = (editor: StoryEditor): Plugin => keymap({
  'Mod-k': (state) => {
    if (!(state.selection instanceof TextSelection)) return false;
    openLinkDialog(editor);
    return true;
  },
});

/** The link at the caret or of the selection, as far as it reaches. */
export function linkAt(state: EditorState): { readonly mark: Mark; readonly from: number; readonly to: number } | null {
  const { $from, from, to } = state.selection;
  const mark = marksOf.link.isInSet($from.marks()) ?? marksOf.link.isInSet($from.nodeAfter?.marks ?? []);
  if (!mark) return null;
  const parent = $from.parent;
  let [start, end] = [-1, -1];
  parent.forEach((child, offset) => {
    const at = $from.start() + offset;
    if (!mark.isInSet(child.marks)) {
      if (end >= 0 && end < from) [start, end] = [-1, -1];
      return;
    }
    if (start < 0 || end !== at) {
      if (start >= 0 && end >= from) return;
      start = at;
    }
    end = at + child.nodeSize;
  });
  return start < 0 || start > to ? null : { mark, from: start, to: end };
}

/** Links the selected words, changes the link at the caret, or puts a linked headline where there are no words. */
export function openLinkDialog(editor: StoryEditor): void {
  const { view } = editor;
  const link = linkAt(view.state);
  const from = link?.from ?? view.state.selection.from;
  const to = link?.to ?? view.state.selection.to;
  const fault = h('p', { class: 'error', role: 'alert' });
  const id = elementId('link');

  const set = (address: string, words: string | null): void => {
    opened.close();
    const { tr } = view.state;
    const mark = marksOf.link.create({ href: address });
    if (from === to) tr.insert(from, schema.text(words ?? address, [mark]));
    else tr.removeMark(from, to, marksOf.link).addMark(from, to, mark);
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from === to ? tr.mapping.map(from) : to)).removeStoredMark(marksOf.link).scrollIntoView());
    view.focus();
  };
  const typed = (text: string): void => {
    const address = addressFrom(text);
    fault.textContent = address === null ? (text === '' ? 'Write an address, or find an article by its headline.' : refusedAddress) : '';
    if (address !== null) set(address, null);
  };
  const combobox = new Combobox<ArticleItem>({
    id,
    label: 'Address or article',
    placeholder: 'https://… or words of a headline',
    search: async (text, signal) => (/^[a-z]+:|^\/|^#|^www\./i.test(text) ? [] : findArticles(editor.server, text, signal)),
    show: articleOption,
    choose: (item) => set(item.path, item.headline),
    typed,
  });
  combobox.input.value = link === null ? '' : String(link.mark.attrs['href']);
  const remove = link === null ? null : h('button', { type: 'button', class: 'button', onclick: () => {
    opened.close();
    view.dispatch(view.state.tr.removeMark(from, to, marksOf.link));
    view.focus();
  } }, 'Remove link');
  const opened = openDialog(link === null ? 'Link' : 'Change link', [
    h('div', { class: 'field' }, h('label', { for: id }, 'Address or article'), combobox.dom, fault, h('p', { class: 'hint' }, 'Type a web address, or words of a headline to find an article of this site.')),
  ], [...(remove ? [remove] : []), h('button', { type: 'button', class: 'button primary', onclick: () => typed(combobox.input.value.trim()) }, 'Set link')], { className: 'link-dialog', onclose: () => view.focus() });
  combobox.input.select();
}
