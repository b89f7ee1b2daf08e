import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { h } from '../dom';
import { types } from '../document/schema';
import { icon } from '../icons';
import { openSuggest } from '../menus/suggest';

/** A "+" beside the empty paragraph that the caret is in. */
export function plusButton(): Plugin {
  return new Plugin({
    view(view) {
      const button = h('button', { type: 'button', class: 'icon plus', 'aria-label': 'Insert block', title: 'Insert a block ( / )', hidden: true, onpointerdown: (event: Event) => event.preventDefault(), onclick: () => openSuggest(view, '/') }, icon('plus'));
      view.dom.parentElement?.append(button);
      let shownAt = -1;
      return {
        update(now: EditorView) {
          const { $from, empty } = now.state.selection;
          const here = empty && $from.depth === 2 && $from.parent.type === types.paragraph && $from.parent.content.size === 0;
          const at = here ? $from.before() : -1;
          if (at < 0 && shownAt < 0) return;
          shownAt = at;
          button.hidden = !here;
          const dom = here ? now.nodeDOM(at) : null;
          // Only an empty paragraph asks for the layout, so typing costs nothing here.
          if (dom instanceof HTMLElement) button.style.top = `${dom.getBoundingClientRect().top - now.dom.parentElement!.getBoundingClientRect().top}px`;
        },
        destroy: () => button.remove(),
      };
    },
  });
}
