import { setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { MarkType } from 'prosemirror-model';
import { Plugin, TextSelection, type Command, type EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { allShapes } from '../blocks/shapes';
import { toggleHeading, toggleList } from '../document/lists';
import { marksOf, types } from '../document/schema';
import { turnInto } from '../document/turn-into';
import { h } from '../dom';
import type { StoryEditor } from '../editor-app';
import { icon } from '../icons';
import { isToBar, moveAlong } from './bar-keys';
import { openLinkDialog } from './link-dialog';
import { menuButton } from './menu-button';

interface Tool {
  readonly button: HTMLButtonElement;
  readonly isOn: (state: EditorState) => boolean;
}

/** Tools for selected words, above them; on narrow windows at the foot, above the keyboard. Alt+F10 goes there. */
export function selectionToolbar(editor: StoryEditor): Plugin {
  let bar: Toolbar | null = null;
  return new Plugin({
    props: {
      handleKeyDown(_, event) {
        return isToBar(event) && bar !== null && bar.focus();
      },
    },
    view(view) {
      bar = new Toolbar(editor, view);
      return { update: (now) => bar?.update(now), destroy: () => bar?.dom.remove() };
    },
  });
}

class Toolbar {
  readonly dom: HTMLElement;
  private readonly tools: Tool[];
  private pressed = false;

  constructor(editor: StoryEditor, private readonly view: EditorView) {
    const inMark = (type: MarkType) => (state: EditorState): boolean => state.doc.rangeHasMark(state.selection.from, state.selection.to, type);
    const inNode = (name: string, level?: number) => (state: EditorState): boolean => {
      const { $from } = state.selection;
      for (let d = $from.depth; d > 1; d--) if ($from.node(d).type.name === name && (level === undefined || $from.node(d).attrs['level'] === level)) return true;
      return false;
    };
    this.tools = [
      this.tool('Bold', 'bold', 'Ctrl+B', toggleMark(marksOf.strong), inMark(marksOf.strong)),
      this.tool('Italic', 'italic', 'Ctrl+I', toggleMark(marksOf.em), inMark(marksOf.em)),
      this.tool('Heading', 'heading2', 'Ctrl+Alt+2', toggleHeading(2), inNode('heading', 2)),
      this.tool('Smaller heading', 'heading3', 'Ctrl+Alt+3', toggleHeading(3), inNode('heading', 3)),
      this.tool('List', 'list', 'Ctrl+Shift+8', toggleList(types.bulletList), inNode('bullet_list')),
      this.tool('Indented quotation', 'quote', 'Ctrl+Shift+9', wrapIn(types.blockquote), inNode('blockquote')),
      this.tool('Link', 'link', 'Ctrl+K', () => {
        openLinkDialog(editor);
        return true;
      }, inMark(marksOf.link)),
    ];
    const order = ['statement', 'quote', 'pull-quote', 'improvements'];
    const rank = (type: string): number => (order.includes(type) ? order.indexOf(type) : order.length);
    const blocks = [...allShapes()].filter((shape) => shape.fromWords !== undefined && editor.catalogue.has(shape.type)).sort((a, b) => rank(a.type) - rank(b.type));
    const into = menuButton('Turn into', h('span', {}, 'Turn into…'), () => [
      { label: 'Paragraph', keys: 'Ctrl+Alt+0', run: () => this.run(setBlockType(types.paragraph)) },
      ...blocks.map((shape) => ({ label: editor.catalogue.get(shape.type)!.name, run: () => {
        const pos = turnInto(view, shape, editor.catalogue);
        if (pos !== null) editor.enterBlock(pos, shape.type === 'statement' || shape.type === 'quote' ? 'person' : null);
      } })),
    ], (attributes) => h('button', { ...attributes, class: 'tool into' }));
    this.dom = h('div', { class: 'pop toolbar', role: 'toolbar', 'aria-label': 'Selected words', hidden: true }, ...this.tools.map((tool) => tool.button), into);
    this.dom.addEventListener('pointerdown', (event) => event.preventDefault());
    this.dom.addEventListener('keydown', (event) => moveAlong(this.dom, event, () => view.focus()));
    (document.querySelector('main') ?? document.body).append(this.dom);
    view.dom.addEventListener('pointerdown', () => {
      this.pressed = true;
      window.addEventListener('pointerup', () => {
        this.pressed = false;
        setTimeout(() => this.update(view));
      }, { once: true });
    });
    view.dom.addEventListener('blur', (event) => {
      if (!(event.relatedTarget instanceof Node) || !this.dom.contains(event.relatedTarget)) this.dom.hidden = true;
    });
    view.dom.addEventListener('focus', () => setTimeout(() => this.update(view)));
    // The link at the caret opens with the same tools as selected words.
    window.addEventListener('scroll', () => !this.dom.hidden && this.place(), { passive: true });
  }

  update(view: EditorView): void {
    const { selection } = view.state;
    const shows = selection instanceof TextSelection && !selection.empty && selection.$from.depth >= 2 && !this.pressed && (view.hasFocus() || this.dom.contains(document.activeElement));
    if (!shows) {
      if (!this.dom.hidden) this.dom.hidden = true;
      return;
    }
    for (const tool of this.tools) tool.button.setAttribute('aria-pressed', String(tool.isOn(view.state)));
    this.dom.hidden = false;
    this.place();
  }

  focus(): boolean {
    if (this.dom.hidden) return false;
    this.tools[0]!.button.focus();
    return true;
  }

  private place(): void {
    const { from, to } = this.view.state.selection;
    const [start, end] = [this.view.coordsAtPos(from), this.view.coordsAtPos(to, -1)];
    const narrow = window.innerWidth < 600;
    this.dom.classList.toggle('at-foot', narrow);
    if (narrow) {
      this.dom.style.left = this.dom.style.top = '';
      return;
    }
    const { offsetWidth: width, offsetHeight: height } = this.dom;
    const middle = start.top === end.top ? (start.left + end.right) / 2 : start.left + width / 2 - 20;
    const above = start.top - height - 10 > 60;
    this.dom.style.left = `${Math.max(8, Math.min(middle - width / 2, document.documentElement.clientWidth - width - 8))}px`;
    this.dom.style.top = `${above ? start.top - height - 10 : end.bottom + 10}px`;
  }

  private tool(label: string, face: string, keys: string, command: Command, isOn: Tool['isOn']): Tool {
    return { isOn, button: h('button', { type: 'button', class: 'tool', tabindex: '-1', 'aria-label': label, title: `${label} (${keys})`, 'aria-pressed': 'false', onclick: () => this.run(command) }, icon(face)) };
  }

  private run(command: Command): void {
    this.view.focus();
    command(this.view.state, this.view.dispatch, this.view);
  }
}
