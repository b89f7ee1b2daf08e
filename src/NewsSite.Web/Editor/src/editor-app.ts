import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { EditorState, NodeSelection, Selection, TextSelection, type Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { BlockView } from './blocks/block-view';
import { allShapes } from './blocks/shapes';
import { catalogueOf, fromBlocks, nodeFrom, toBlocks, type Catalogue } from './document/blocks';
import { blockIds } from './document/ids';
import { insertHere, roomBelow, withRoomBelow } from './document/insert';
import { documentKeys } from './document/keys';
import { nameBlocks } from './document/move';
import { placeOfPassage } from './document/passages';
import { replaceBlocks } from './document/replace';
import { markdownRules } from './document/rules';
import { idOf, types } from './document/schema';
import { writeBelow } from './document/write-below';
import { fieldsOf, StoryFieldsStore } from './fields-store';
import type { FormSetting } from './fields/field';
import { articleMention } from './menus/mention';
import { insertablesOf, insertNewBlock, type Insertable } from './menus/insertables';
import { slashMenu } from './menus/slash-menu';
import { pastePlugin } from './paste/plugin/paste-plugin';
import { Server } from './server';
import { StoryShell } from './shell/story-shell';
import type { Block, Content, EditorData, Issue } from './story';

/** Acts of the writer that others carry out: Ctrl+S, Ctrl+P and Ctrl+Shift+Enter, and their buttons. */
export type Act = 'save' | 'preview' | 'next';

/** The editor of one story: its words and blocks, its details, and the places where others put what belongs beside them. */
export class StoryEditor {
  readonly view: EditorView;
  readonly server: Server;
  readonly fields: StoryFieldsStore;
  readonly shell: StoryShell;
  readonly catalogue: Catalogue;
  readonly insertables: readonly Insertable[];
  readonly setting: FormSetting;
  private readonly forms = new Map<HTMLElement, BlockView>();
  private readonly changeListeners = new Set<() => void>();
  private readonly acts = new Map<Act, () => void>();

  constructor(host: HTMLElement, readonly data: EditorData, plugins: readonly Plugin[] = []) {
    const { content } = data.article;
    this.server = new Server(data.antiforgery);
    this.catalogue = catalogueOf(data.blocks);
    this.fields = new StoryFieldsStore(fieldsOf(content));
    nameBlocks(new Map(data.blocks.map((entry) => [entry.type, entry.name])));
    this.setting = { server: this.server, day: () => data.day, may: (permission) => data.may.includes(permission) };
    this.insertables = insertablesOf(this.catalogue, (pos) => this.enterBlock(pos));
    this.shell = new StoryShell(host, this);
    this.view = new EditorView(this.shell.body, {
      state: EditorState.create({ doc: withRoomBelow(fromBlocks(content.blocks, this.catalogue)), plugins: [...plugins, ...this.plugins()] }),
      attributes: { class: 'body', role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Story', spellcheck: 'true', lang: document.documentElement.lang },
      editable: () => this.setting.may('writeStories'),
      nodeViews: { block: (node, view, getPos) => this.formOf(node, view, getPos) },
      dispatchTransaction: (tr) => {
        this.view.updateState(this.view.state.apply(tr));
        if (tr.docChanged) this.changed();
      },
    });
    this.fields.listen(() => this.changed());
    this.shell.ready();
  }

  /** The story as it stands. Only what was edited since the last call costs anything. */
  content(): Content {
    return { ...this.fields.values, blocks: toBlocks(this.view.state.doc) };
  }

  /** Hears of each change, also of others' changes, without the content. Returns how to stop listening. */
  onChange(listener: () => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** Says what these keys and their buttons do. */
  onAct(act: Act, run: () => void): void {
    this.acts.set(act, run);
  }

  act(act: Act): void {
    this.acts.get(act)?.();
  }

  /**
   * Takes over what somebody else saved, block by block: caret, scroll and undo stay.
   * With `since` (what was last sent), everything that the writer has changed after that stays as it is.
   */
  replaceContent(content: Content, { since = null }: { readonly since?: Content | null } = {}): void {
    this.fields.replace(fieldsOf(content), since === null ? null : fieldsOf(since));
    const tr = replaceBlocks(this.view.state, content.blocks, this.catalogue, since?.blocks ?? null);
    if (tr.docChanged) this.view.dispatch(tr);
  }

  /** Inserts blocks where the writer is, or at a position of the document; ids that are taken are made anew. */
  insertBlocks(blocks: readonly Block[], at?: number): void {
    const { tr, first } = insertHere(this.view.state, blocks.map((block) => nodeFrom(block, this.catalogue)), at);
    this.view.dispatch(tr);
    if (first >= 0 && this.view.state.doc.nodeAt(first)?.type !== types.block) this.view.focus();
  }

  /** The block that the writer is in; null when the caret is elsewhere. */
  currentBlock(): string | null {
    const { $from } = this.view.state.selection;
    const node = $from.depth > 0 ? $from.node(1) : this.view.state.doc.nodeAt($from.pos);
    return node === null ? null : idOf(node);
  }

  /** The position of a block in the document; −1 when it is not there. */
  positionOf(id: string): number {
    let at = -1;
    this.view.state.doc.forEach((node, pos) => {
      if (at < 0 && idOf(node) === id) at = pos;
    });
    return at;
  }

  /** The element of a block, for marks and notes beside it; null when it is not there. */
  elementOf(id: string): HTMLElement | null {
    const at = this.positionOf(id);
    const dom = at < 0 ? null : this.view.nodeDOM(at);
    return dom instanceof HTMLElement ? dom : null;
  }

  /** Takes the writer to what an issue is about: the passage, the field, the block, or a field of the story. */
  focusIssue(issue: Pick<Issue, 'block' | 'field' | 'passage'>): void {
    if (issue.block === null) {
      this.shell.focusField(issue.field);
      return;
    }
    const at = this.positionOf(issue.block);
    const node = at < 0 ? null : this.view.state.doc.nodeAt(at);
    if (node === null) return;
    const { tr, doc } = this.view.state;
    if (node.type === types.block) {
      this.view.dispatch(tr.setSelection(NodeSelection.create(doc, at)));
      this.enterBlock(at, issue.field, issue.passage?.text);
    } else {
      const range = issue.passage === null ? null : placeOfPassage(node, at, issue.passage);
      this.view.dispatch(tr.setSelection(range === null ? Selection.near(doc.resolve(at + 1)) : TextSelection.create(doc, range.from, range.to)));
      this.view.focus();
    }
    this.elementAtSelection()?.scrollIntoView({ block: 'center' });
  }

  /** Puts the caret into the form of the block at a position, and marks words in it. */
  enterBlock(pos: number, field: string | null = null, words?: string): void {
    const dom = this.view.nodeDOM(pos);
    const form = dom instanceof HTMLElement ? this.forms.get(dom) : undefined;
    form?.enter(field, words);
  }

  private elementAtSelection(): Element | null {
    if (document.activeElement !== null && document.activeElement !== this.view.dom && this.view.dom.contains(document.activeElement)) return document.activeElement;
    const { node } = this.view.domAtPos(this.view.state.selection.from);
    return node instanceof Element ? node : node.parentElement;
  }

  private changed(): void {
    for (const listener of this.changeListeners) listener();
  }

  private formOf(node: Node, view: EditorView, getPos: () => number | undefined): BlockView {
    const form = new BlockView(node, view, getPos, this.catalogue, this.setting, () => this.forms.delete(form.dom));
    this.forms.set(form.dom, form);
    return form;
  }

  private plugins(): Plugin[] {
    const letters = Object.fromEntries([...allShapes()].filter((shape) => shape.key !== undefined && this.catalogue.has(shape.type))
      .map((shape) => [`Mod-Alt-${shape.key!.toLowerCase()}`, () => {
        insertNewBlock(this.view, shape.type, this.catalogue, (pos) => this.enterBlock(pos));
        return true;
      }]));
    return [
      pastePlugin({ catalogue: this.catalogue, setting: this.setting }),
      slashMenu(this.insertables),
      articleMention(this.server),
      writeBelow(),
      markdownRules(),
      keymap(letters),
      keymap(documentKeys((pos) => this.enterBlock(pos))),
      ...this.shell.plugins(),
      history({ newGroupDelay: 700 }),
      blockIds(),
      roomBelow(),
      dropCursor({ color: false, width: 3, class: 'drop-line' }),
      gapCursor(),
    ];
  }
}

/** Puts the editor of a story into an element. */
export function createEditor(host: HTMLElement, data: EditorData, plugins: readonly Plugin[] = []): StoryEditor {
  return new StoryEditor(host, data, plugins);
}
