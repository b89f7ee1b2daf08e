import { describe, expect, it } from 'vitest';
import { EditorState } from 'prosemirror-state';
import { DecorationSet, type EditorView } from 'prosemirror-view';
import { fromBlocks } from '../document/blocks';
import { faces } from './faces';
import { here, markOthers } from './here';

const laura = { name: 'Laura Sharman', initials: 'LS', block: 'b' };

describe('Who else is here', () => {
  it('is named with the place, once announced, and never oneself', () => {
    const shown = faces((id) => (id === 'b' ? 'Statement' : null), 'Bruce Gardner');

    shown.show([laura, { name: 'Bruce Gardner', initials: 'BG', block: null }]);

    expect([...shown.dom.querySelectorAll('li')].map((li) => li.title)).toEqual(['Laura Sharman, in: Statement', 'You, in another window']);
    expect(document.getElementById('editor-announcements')?.textContent).toBe('Laura Sharman is in this story too.');
    shown.show([]);
    expect(shown.dom.hidden).toBe(true);
  });

  it('marks the block they are in, wherever it moves', () => {
    const plugin = here();
    let state = EditorState.create({ doc: fromBlocks([{ type: 'prose', id: 'a', v: 1, text: 'One.' }, { type: 'prose', id: 'b', v: 1, text: 'Two.' }], new Map()), plugins: [plugin] });
    const view = { get state() { return state; }, dispatch: (tr: typeof state.tr) => { state = state.apply(tr); } } as unknown as EditorView;

    markOthers(view, [laura]);
    view.dispatch(state.tr.insertText('More. ', 2));

    const marks = (plugin.props.decorations!.call(plugin, state) as DecorationSet).find();
    expect(marks).toHaveLength(1);
    expect(state.doc.nodeAt(marks[0]!.from)?.attrs['id']).toBe('b');
  });
});
