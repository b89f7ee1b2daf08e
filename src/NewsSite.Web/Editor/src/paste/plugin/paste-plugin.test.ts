import { history, undo } from 'prosemirror-history';
import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Catalogue, emptyProse, fromBlocks, toBlocks } from '../../document/blocks';
import { blockIds } from '../../document/ids';
import { roomBelow, withRoomBelow } from '../../document/insert';
import { schema } from '../../document/schema';
import { Server } from '../../server';
import type { Block, BlockTypeEntry } from '../../story';
import { samples } from '../testing/corpus';
import { wordsOfText } from '../testing/source-words';
import { pastePlugin } from './paste-plugin';

const catalogue: Catalogue = new Map(['statement', 'quote', 'improvements', 'source', 'ratings', 'image', 'key-facts', 'pull-quote'].map((type) => [type, { type, name: type, category: '', icon: '', help: '', version: 1, fields: [] } satisfies BlockTypeEntry]));
const report = 'https://files.ofsted.gov.uk/v1/file/50192873';

/** An editor as a journalist has it, with registers that know the leader of the council and the report. */
function anEditor(blocks: readonly Block[] = []): { view: EditorView; panel: () => HTMLElement; press: (name: string) => void } {
  const server = new Server('x');
  vi.spyOn(server, 'get').mockImplementation((path: string) => {
    const items = path.startsWith('people') && path.includes('Revans') ? [{ slug: 'cllr-revans', name: 'Cllr Revans', role: null, summary: null }]
      : path.startsWith('sources') ? [{ slug: 'the-report', title: 'Report', publisher: null, kind: null, address: report, published: null }] : [];
    return Promise.resolve({ ok: true, status: 200, body: { items } }) as never;
  });
  const host = document.createElement('div');
  document.body.append(host);
  const plugins = [pastePlugin({ catalogue, setting: { server, day: () => '2022-09-21', may: () => true } }), history(), blockIds(), roomBelow()];
  const view = new EditorView(host, { state: EditorState.create({ doc: withRoomBelow(blocks.length > 0 ? fromBlocks(blocks, catalogue) : schema.nodes['doc']!.create(null, emptyProse())), plugins }) });
  const panel = (): HTMLElement => host.querySelector<HTMLElement>('.paste-panel')!;
  const press = (name: string): void => [...panel().querySelectorAll('button')].find((button) => (button.getAttribute('aria-label') ?? button.textContent) === name)!.click();
  return { view, panel, press };
}

function paste(view: EditorView, data: { html?: string | undefined; text?: string | undefined }, files: File[] = []): Event {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: (type: string) => (type === 'text/html' ? data.html : data.text) ?? '', files, types: [] } });
  view.dom.dispatchEvent(event);
  return event;
}

// There is no layout here, and an undo scrolls to what it brought back.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

const seed = (name: string): string => samples().find((sample) => sample.name.endsWith(name))?.text ?? '';
const answers = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const kinds = (view: EditorView): string[] => toBlocks(view.state.doc).map(({ type }) => type);

function wordsOfStory(view: EditorView): string[] {
  const said = (value: unknown): string => (typeof value === 'string' ? value : Array.isArray(value) ? value.map(said).join('\n') : typeof value === 'object' && value !== null ? said(Object.values(value)) : '');
  return wordsOfText(toBlocks(view.state.doc).map((block) => (block.type === 'ratings' ? '' : said([block['leadIn'], block['showAddress'] === true ? report : '', block['intro'], block['words'], block['items'], block['text']]))).join('\n')
    .replace(/^- |\\(?=[[\]&*_<>~`])|\\$/gmu, '').replace(/<(https?:[^>]*)>/gu, '$1'));
}

afterEach(() => document.body.replaceChildren());

describe('a pasted story', () => {
  test('is text until a suggestion is used, with every word', () => {
    const { view, panel } = anEditor();

    const event = paste(view, { text: seed('story-good') });

    expect(event.defaultPrevented).toBe(true);
    expect(kinds(view)).toEqual(['prose']);
    expect(wordsOfStory(view)).toEqual(wordsOfText(seed('story-good')));
    expect(panel().querySelector('h2')?.textContent).toBe('11 suggestions from what you pasted');
    expect(panel().hidden).toBe(false);
  });

  test('becomes blocks where a suggestion is used, in one step to undo', async () => {
    const { view, press } = anEditor();
    paste(view, { text: seed('story-good') });
    await answers();
    const before = view.state.doc;

    press('Use: Statement, Cllr Revans');

    expect(kinds(view)).toEqual(['prose', 'statement', 'prose']);
    expect(toBlocks(view.state.doc)[1]).toMatchObject({ person: 'cllr-revans', name: 'Cllr Revans', role: 'leader of Somerset County Council', occasion: 'the opening of SCC Executive' });
    undo(view.state, view.dispatch);
    expect(view.state.doc.textContent).toBe(before.textContent);
    expect(kinds(view)).toEqual(['prose']);
  });

  test('becomes all its blocks at once, keeps every word in order, and is one step to undo', async () => {
    const { view, press, panel } = anEditor();
    paste(view, { text: seed('story-good') });
    await answers();

    press('Use all');

    expect(kinds(view)).toEqual(['prose', 'quote', 'ratings', 'statement', 'statement', 'prose', 'improvements', 'prose', 'source', 'prose', 'quote', 'quote', 'quote', 'quote', 'quote', 'prose']);
    expect(wordsOfStory(view)).toEqual(wordsOfText(seed('story-good')));
    expect(toBlocks(view.state.doc).filter(({ type }) => type === 'quote').every(({ source }) => source === 'the-report')).toBe(true);
    expect(new Set(toBlocks(view.state.doc).map(({ id }) => id)).size).toBe(16);
    expect(panel().querySelectorAll('[data-suggestion]')).toHaveLength(0);
    undo(view.state, view.dispatch);
    expect(kinds(view)).toEqual(['prose']);
  });

  test.each(['story-good', 'story-inadequate'])('becomes its blocks one by one, in any order (%s)', async (name) => {
    const { view, panel } = anEditor();
    paste(view, { text: seed(name) });
    await answers();

    for (let buttons = panel().querySelectorAll<HTMLElement>('[aria-label^="Use:"]'), n = 0; buttons.length > 0; buttons = panel().querySelectorAll('[aria-label^="Use:"]'), n++) {
      buttons[(n * 7) % buttons.length]!.click();
      view.state.doc.check();
    }

    expect(wordsOfStory(view)).toEqual(wordsOfText(seed(name)));
    const byOne = kinds(view);
    const { view: other, press } = anEditor();
    paste(other, { text: seed(name) });
    press('Use all');
    expect(byOne).toEqual(kinds(other));
  });

  test('stays text where it is left so', () => {
    const { view, press, panel } = anEditor();
    paste(view, { text: seed('story-inadequate') });

    press('Leave as text: Quote, Bradley Simmons');
    expect(panel().querySelector('h2')?.textContent).toBe('1 suggestion from what you pasted');
    press('Close');

    expect(panel().hidden).toBe(true);
    expect(kinds(view)).toEqual(['prose']);
  });

  test('takes back an offer whose words the writer changes, and keeps the others', () => {
    const { view, panel } = anEditor();
    paste(view, { text: seed('story-inadequate') });
    let at = 0;
    view.state.doc.descendants((node, pos) => {
      if (node.isText && node.text!.startsWith('Cllr Frances')) at = pos;
    });

    view.dispatch(view.state.tr.insertText('Former ', at));

    expect([...panel().querySelectorAll('h3')].map((title) => title.textContent)).toEqual(['Quote, Bradley Simmons']);
  });

  test('may stand in the middle of a paragraph', () => {
    const { view, press } = anEditor([{ type: 'prose', id: 'p1', v: 1, text: 'Before. After.' }]);
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 10)));

    paste(view, { text: 'Cllr Una Pike said: “We were not asked about this at all.”' });
    press('Use: Statement, Cllr Una Pike');

    expect(toBlocks(view.state.doc).map((block) => block['text'] ?? block['name'])).toEqual(['Before.', 'Cllr Una Pike', 'After.']);
  });
});

describe('other pastes', () => {
  test('of a few words go into the sentence', () => {
    const { view, panel } = anEditor([{ type: 'prose', id: 'p1', v: 1, text: 'One two.' }]);
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 6)));

    paste(view, { html: '<span style="color:red"> <b>and</b> more </span>', text: 'and more' });

    expect(toBlocks(view.state.doc)[0]?.['text']).toMatch(/^One \*{0,2}and\*{0,2} more/u);
    expect(panel().hidden).toBe(true);
  });

  test('from the editor itself pass through', () => {
    const { view } = anEditor();

    paste(view, { html: '<div data-prose="x" data-pm-slice="0 0 []"><p>Kept <strong>as it is</strong></p></div>' });

    expect(view.state.doc.textContent).toContain('Kept as it is');
  });

  test('into a table cell are one line', () => {
    const { view } = anEditor([{ type: 'prose', id: 'p1', v: 1, text: '| a | b |\n| --- | --- |\n| c | d |' }]);
    let at = 0;
    view.state.doc.descendants((node, pos) => {
      if (node.isText && node.text === 'c') at = pos;
    });
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at + 1)));

    paste(view, { text: 'x\n\n• y\n• z' });

    expect(toBlocks(view.state.doc)[0]?.['text']).toMatch(/\| cx y z \| d +\|/u);
  });

  test('of pictures are brought into the library', () => {
    const { view } = anEditor();
    const taken = vi.spyOn(Server.prototype, 'upload').mockReturnValue(new Promise(() => undefined));

    paste(view, {}, [new File(['x'], 'shot.png', { type: 'image/png' })]);

    expect(taken).toHaveBeenCalledOnce();
  });

  test('that left something out say what', () => {
    const { view, panel } = anEditor();

    paste(view, { html: '<p>Words <span hidden>secret</span></p>' });

    expect(panel().hidden).toBe(false);
    expect(panel().textContent).toContain('Left out text that was hidden in the original.secret');
  });

  test.each(samples())('from $name make a sound document', ({ html, text }) => {
    const { view } = anEditor();

    paste(view, { html, text });

    view.state.doc.check();
    expect(view.state.doc.textContent).not.toBe('');
  });
});
