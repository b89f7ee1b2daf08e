import { closeHistory } from 'prosemirror-history';
import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { announce } from '../announce';
import { h } from '../dom';
import { moveBlock } from '../document/move';
import { icon } from '../icons';
import { menuButton } from '../menus/menu-button';
import { leaveTo } from './block-keys';

/** What can be done with a block as a whole. */
export function blockMenu(view: EditorView, getPos: () => number | undefined, name: string): HTMLElement {
  const select = (): number | null => {
    const pos = getPos();
    if (pos === undefined) return null;
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
    return pos;
  };
  const act = (run: (pos: number) => void) => (): void => {
    const pos = select();
    if (pos !== null) run(pos);
    if (!view.dom.contains(document.activeElement)) view.focus();
  };
  return menuButton(`Actions for ${name}`, icon('more'), () => [
    { label: 'Move up', keys: 'Alt+Shift+↑', run: act(() => moveBlock(-1)(view.state, view.dispatch, view)) },
    { label: 'Move down', keys: 'Alt+Shift+↓', run: act(() => moveBlock(1)(view.state, view.dispatch, view)) },
    { label: 'Write below', run: act((pos) => leaveTo(view, pos, 1)) },
    { label: 'Copy below', run: act((pos) => {
      const node = view.state.doc.nodeAt(pos)!;
      view.dispatch(view.state.tr.insert(pos + 1, node.type.create({ ...node.attrs, id: null })));
      announce(`${name} copied`);
    }) },
    { label: 'Delete', danger: true, run: act((pos) => {
      view.dispatch(closeHistory(view.state.tr.delete(pos, pos + 1)).scrollIntoView());
      announce(`${name} deleted. Ctrl+Z brings it back.`);
    }) },
  ], (attributes) => h('button', { ...attributes, class: 'icon more' }));
}
