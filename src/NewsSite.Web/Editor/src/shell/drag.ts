import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { announce } from '../announce';
import { h } from '../dom';
import { moveUnit, nameOf, unitsOf, type Unit } from '../document/move';

interface Drag {
  readonly units: readonly Unit[];
  readonly from: number;
  /** Middle of each gap, measured once: nothing moves while dragging. */
  readonly gaps: readonly number[];
  gap: number;
}

/** Dragging a block by its handle, with mouse, pen or finger. The keyboard moves it with Alt+Shift and the arrows. */
export function dragHandle(): Plugin {
  return new Plugin({
    view(view) {
      const line = h('div', { class: 'drop-mark', hidden: true });
      view.dom.parentElement?.append(line);
      let drag: Drag | null = null;

      const pressed = (event: PointerEvent): void => {
        const grip = event.target instanceof Element ? event.target.closest('[data-grip]') : null;
        if (!grip || event.button !== 0) return;
        const card = grip.closest<HTMLElement>('.card')!;
        const units = unitsOf(view.state.doc);
        const from = units.findIndex((unit) => view.nodeDOM(unit.pos) === card);
        if (from < 0) return;
        event.preventDefault();
        grip.setPointerCapture(event.pointerId);
        drag = { units, from, gaps: gapsOf(view, units), gap: from };
        card.classList.add('dragged');
        document.documentElement.classList.add('dragging');
      };

      const moved = (event: PointerEvent): void => {
        if (!drag) return;
        const y = event.clientY + window.scrollY;
        drag.gap = drag.gaps.reduce((best, gap, i) => (Math.abs(gap - y) < Math.abs(drag!.gaps[best]! - y) ? i : best), 0);
        line.hidden = drag.gap === drag.from || drag.gap === drag.from + 1;
        line.style.top = `${drag.gaps[drag.gap]! - window.scrollY - view.dom.parentElement!.getBoundingClientRect().top}px`;
        const edge = 70;
        if (event.clientY < edge) window.scrollBy(0, -14);
        else if (event.clientY > window.innerHeight - edge) window.scrollBy(0, 14);
      };

      const ended = (event: Event): void => {
        if (!drag) return;
        const { units: before, from, gap } = drag;
        drag = null;
        line.hidden = true;
        document.documentElement.classList.remove('dragging');
        view.dom.querySelector('.dragged')?.classList.remove('dragged');
        // A save, or a word of a colleague, may have come meanwhile; only another order of blocks makes the place meaningless.
        const units = unitsOf(view.state.doc);
        if (event.type !== 'pointerup' || gap === from || gap === from + 1 || !sameOrder(units, before)) return;
        view.dispatch(moveUnit(view.state, units, from, gap));
        view.focus();
        announce(`${nameOf(units[from]!.node)} moved, ${(gap > from ? gap : gap + 1)} of ${units.length}`);
      };

      const escaped = (event: KeyboardEvent): void => {
        if (event.key === 'Escape' && drag) ended(event);
      };

      view.dom.addEventListener('pointerdown', pressed);
      view.dom.addEventListener('pointermove', moved);
      view.dom.addEventListener('pointerup', ended);
      view.dom.addEventListener('pointercancel', ended);
      document.addEventListener('keydown', escaped, true);
      return {
        destroy() {
          document.removeEventListener('keydown', escaped, true);
          line.remove();
        },
      };
    },
  });
}

function sameOrder(units: readonly Unit[], before: readonly Unit[]): boolean {
  return units.length === before.length && units.every((unit, i) => unit.node.type === before[i]!.node.type && unit.node.attrs['id'] === before[i]!.node.attrs['id']);
}

function gapsOf(view: EditorView, units: readonly Unit[]): number[] {
  const boxes = units.map((unit) => (view.nodeDOM(unit.pos) as HTMLElement).getBoundingClientRect());
  const gaps = boxes.map((box, i) => (i === 0 ? box.top - 8 : (boxes[i - 1]!.bottom + box.top) / 2) + window.scrollY);
  return [...gaps, (boxes.at(-1)?.bottom ?? 0) + 8 + window.scrollY];
}
