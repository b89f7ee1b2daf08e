import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { announce } from '../../announce';
import type { Catalogue } from '../../document/blocks';
import type { FormSetting } from '../../fields/field';
import { clean } from '../clean';
import type { PastedText } from '../nodes';
import { suggest } from '../suggest/suggest';
import { toHtml } from '../to-html';
import { insertPaste } from './insert-paste';
import { lookUp } from './lookups';
import { NONE, nextOffers, type Offer, type OfferChange, offersKey, wordsBetween } from './offers';
import { PastePanel, tellsEnough } from './panel';
import { pastePictures } from './pictures';

export interface PasteSetting {
  readonly catalogue: Catalogue;
  readonly setting: FormSetting;
  /** Takes pictures from the clipboard, such as a screenshot. Without it they are brought into the library, and a picture block is made for each. */
  readonly pictures?: (files: readonly File[], view: EditorView) => void;
}

/** Pastes clean words and offers the blocks that they could become. */
export function pastePlugin(options: PasteSetting): Plugin {
  let asPlain = false;
  return new Plugin({
    key: offersKey,
    state: { init: () => NONE, apply: nextOffers },
    props: {
      handleDOMEvents: {
        keydown: (view, event) => {
          // Ctrl+Shift+V: the browser then pastes the words alone, a paragraph a line, and so does the editor.
          asPlain = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v';
          return goToPanel(view, event);
        },
        paste: (view, event) => {
          const plain = asPlain;
          asPlain = false;
          return !plain && paste(view, event, options);
        },
      },
      // What is dragged in from another program.
      transformPastedHTML: (html) => (html.includes('data-pm-slice') ? html : toHtml(clean({ html }))),
      decorations: (state) => {
        const { open, pointed } = offersKey.getState(state) ?? NONE;
        const marks = open.flatMap(({ from, to, suggestion }) => {
          const inside: Decoration[] = [];
          if (from < to) state.doc.nodesBetween(from, to, (node, pos, parent) => {
            if (parent?.type.name === 'prose') inside.push(Decoration.node(pos, pos + node.nodeSize, { class: suggestion.id === pointed ? 'paste-offer paste-pointed' : 'paste-offer', 'data-offer': suggestion.id }));
            return node.type.name === 'prose';
          });
          return inside;
        });
        return DecorationSet.create(state.doc, marks);
      },
    },
    view: (view) => new PastePanel(view, options),
  });
}

function goToPanel(view: EditorView, event: KeyboardEvent): boolean {
  if (!(event.altKey && event.shiftKey && event.code === 'KeyV')) return false;
  const button = view.dom.parentElement?.querySelector<HTMLButtonElement>('.paste-panel:not([hidden]) button');
  if (!button) return false;
  event.preventDefault();
  button.focus();
  return true;
}

function paste(view: EditorView, event: ClipboardEvent, options: PasteSetting): boolean {
  const data = event.clipboardData;
  if (!data || !view.editable) return false;
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (html.includes('data-pm-slice')) return false; // copied in the editor itself
  const pictures = [...data.files].filter((file) => file.type.startsWith('image/'));
  // Spreadsheets and word processors put a picture of the words beside the words: the words are meant.
  if (pictures.length > 0 && text.trim() === '' && !/<(?:p|td|li|div|span)\b/iu.test(html)) {
    (options.pictures ?? ((files) => void pastePictures(files, view, options)))(pictures, view);
    return stop(event);
  }
  const pasted = clean({ html, text });
  if (pasted.nodes.length === 0) return text === '' && html === '' ? false : stop(event);
  insert(view, pasted, options);
  return stop(event);
}

function stop(event: Event): true {
  event.preventDefault();
  return true;
}

function insert(view: EditorView, pasted: PastedText, { catalogue, setting }: PasteSetting): void {
  const suggestions = suggest(pasted, { people: [], sources: [], today: setting.day(), has: (type) => catalogue.has(type) });
  const { tr, places } = insertPaste(view.state, pasted.nodes, suggestions.length > 0);
  const open = places === null ? [] : suggestions.map((suggestion): Offer => {
    const from = places[suggestion.from] ?? 0;
    const to = places[suggestion.to] ?? from;
    return { suggestion, from, to, words: wordsBetween(tr.doc, from, to) };
  });
  const findings = pasted.findings.filter(tellsEnough);
  tr.setMeta(offersKey, { type: 'pasted', open, findings } satisfies OfferChange).setMeta('paste', true).setMeta('uiEvent', 'paste');
  view.dispatch(tr);

  announce(saying(open.length, findings.length));
  const asks = open.flatMap(({ suggestion }) => suggestion.asks);
  if (asks.length > 0) void lookUp(asks, setting).then((registers) => !view.isDestroyed && view.dispatch(view.state.tr.setMeta(offersKey, { type: 'known', registers } satisfies OfferChange)));
}

function saying(offers: number, findings: number): string {
  const way = 'Alt+Shift+V goes there.';
  if (offers > 0) return `Pasted. ${offers} ${offers === 1 ? 'suggestion' : 'suggestions'} from what you pasted. ${way}`;
  if (findings > 0) return `Pasted. There are notes on what you pasted. ${way}`;
  return 'Pasted.';
}
