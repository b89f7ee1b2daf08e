import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogueOf, fromBlocks, toBlocks } from '../document/blocks';
import { tableToolbar } from './table-toolbar';

let view: EditorView;
const bar = (): HTMLElement => document.querySelector('[role=toolbar]')!;
const tool = (label: string): HTMLElement => bar().querySelector(`[aria-label="${label}"]`)!;
const caretAt = (pos: number): void => view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))).setMeta('test', true));
const text = (): string => String(toBlocks(view.state.doc)[0]!['text']);

describe('The toolbar of a table', () => {
  beforeEach(() => {
    const doc = fromBlocks([{ type: 'prose', id: 'a', v: 1, text: 'Hi.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |' }], catalogueOf([]));
    const host = document.body.appendChild(document.createElement('main'));
    view = new EditorView(host, { state: EditorState.create({ doc, plugins: [tableToolbar()] }), attributes: { tabindex: '0' } });
    view.focus();
  });
  afterEach(() => {
    view.destroy();
    document.body.replaceChildren();
  });

  it('is there while the caret is in a table, and says what cannot be done there', () => {
    expect(bar().hidden).toBe(true);

    caretAt(8);
    expect([bar().hidden, tool('Delete row').getAttribute('aria-disabled'), tool('Row below').getAttribute('aria-disabled')]).toEqual([false, 'true', 'false']);

    caretAt(2);
    expect(bar().hidden).toBe(true);
  });

  it('is reached with Alt+F10, walked with arrows, and left with Escape', () => {
    caretAt(8);

    view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'F10', altKey: true, bubbles: true }));
    expect(document.activeElement).toBe(tool('Row above'));
    tool('Row above').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    expect(document.activeElement).toBe(tool('Row below'));
    tool('Row below').click();

    expect(text()).toContain('| A | B |\n| --- | --- |\n|  |  |\n| 1 | 2 |');
    expect(document.activeElement).toBe(tool('Row below'));
    tool('Row below').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(document.activeElement).toBe(view.dom);
  });
});
