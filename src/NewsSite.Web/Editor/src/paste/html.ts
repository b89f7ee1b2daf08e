import { written } from './characters';
import { fateOf, isBlock, nameOf, styleOf } from './elements';
import type { Findings } from './findings';
import { Flow, isEmpty, joined, simple } from './flow';
import { tableNodes } from './html-tables';
import { type Ink, inInk, inkOf, NO_INK } from './marks';
import type { Heading, List, PastedNode } from './nodes';
import { without } from './runs';
import { isWordMarker, isWordQuotation, wordHeading, wordItem } from './word';

/** The nodes of an HTML document; blank lines are empty paragraphs. */
export function nodesOfHtml(document: Document, findings: Findings): PastedNode[] {
  return new Reader(findings, document.querySelector('h1') !== null).read(document.body, NO_INK);
}

class Reader {
  constructor(
    private readonly findings: Findings,
    private readonly hasTop: boolean,
  ) {}

  read(element: Element, ink: Ink): PastedNode[] {
    const flow = new Flow();
    this.#inside(element, ink, flow);
    return flow.done();
  }

  #inside(element: Element, ink: Ink, flow: Flow): void {
    for (const child of element.childNodes) {
      if (child.nodeType === 3) this.#text(child.nodeValue ?? '', ink, flow);
      else if (child.nodeType === 1) this.#element(child as Element, ink, flow);
    }
  }

  #text(text: string, ink: Ink, flow: Flow): void {
    flow.text(inInk(written(ink.keepsLines ? text : text.replace(/[\r\n\t\f]+/gu, ' ')).replace(/\u2028/gu, '\n'), ink));
  }

  #element(element: Element, around: Ink, flow: Flow): void {
    const name = nameOf(element);
    const fate = fateOf(element);
    if (fate !== 'keep') this.#drop(element, fate, around, flow);
    else if (name === 'br' && styleOf(element, 'page-break-before') !== '') flow.text(inInk(' ', around));
    else if (name === 'br') flow.text(inInk('\n', { ...around, href: null }));
    else if (isWordMarker(element) && element.closest('h1,h2,h3,h4,h5,h6') === null) return;
    else if (!isBlock(element)) this.#inside(element, inkOf(element, around, this.findings), flow);
    else this.#block(element, name, inkOf(element, around, this.findings), flow);
  }

  #drop(element: Element, fate: Exclude<ReturnType<typeof fateOf>, 'keep'>, around: Ink, flow: Flow): void {
    if (isBlock(element)) flow.close();
    else flow.text(inInk(fate === 'deletions' || fate === 'comments' ? '' : ' ', around));
    if (fate === 'drop') this.findings.note('styles');
    else if (fate === 'script') this.findings.note('scripts');
    else if (fate === 'picture') this.findings.note('pictures');
    else if (/\S/u.test(element.textContent ?? '')) this.findings.note(fate, visibleWords(element));
  }

  #block(element: Element, name: string, ink: Ink, flow: Flow): void {
    flow.close();
    const level = /^h[1-6]$/u.test(name) ? Number(name[1]) : name === 'p' || name === 'div' ? wordHeading(element) : null;
    const item = level === null || !/^h/u.test(name) ? wordItem(element) : null;
    if (item) flow.item({ ...item, nodes: simple(this.read(element, ink)) });
    else if (level !== null && element.textContent?.trim()) flow.push(...this.#heading(element, ink, level));
    else if (name === 'ul' || name === 'ol') this.#list(element, name === 'ol', ink, flow);
    else if (name === 'li') flow.push({ kind: 'list', ordered: false, start: 1, items: [simple(this.read(element, ink))].filter((nodes) => nodes.length > 0) });
    else if (name === 'table') flow.push(...this.#table(element, ink));
    else if (name === 'blockquote' || isWordQuotation(element)) flow.push(...quotation(simple(this.read(element, ink))));
    else {
      this.#inside(element, ink, flow);
      flow.close(name === 'p' || (name === 'div' && element.querySelector('br') !== null));
    }
  }

  #table(table: Element, ink: Ink): PastedNode[] {
    const isShown = (part: Element): boolean => {
      const hidden = fateOf(part) === 'hidden';
      if (hidden) this.findings.note('hidden', visibleWords(part));
      return !hidden;
    };
    return tableNodes(table, (cell) => this.read(cell, nameOf(cell) === 'th' ? ink : inkOf(cell, ink, this.findings)), isShown);
  }

  // The article's own headline is the first level, so headings start at the second.
  #heading(element: Element, ink: Ink, level: number): PastedNode[] {
    const nodes = this.read(element, ink).filter((node) => !isEmpty(node));
    if (nodes.some((node) => node.kind !== 'paragraph')) return nodes;
    const runs = joined(nodes.map((node) => (node.kind === 'paragraph' ? node.runs.map((run) => ({ ...run, text: run.text.replace(/\n/gu, ' ') })) : [])));
    const shifted = Math.min(4, Math.max(2, this.hasTop ? level + 1 : level)) as Heading['level'];
    return runs.length === 0 ? [] : [{ kind: 'heading', level: shifted, runs: without(runs, 'strong') }];
  }

  #list(list: Element, ordered: boolean, ink: Ink, flow: Flow): void {
    const start = ordered ? Math.max(1, Number.parseInt(list.getAttribute('start') ?? list.querySelector(':scope > li[value]')?.getAttribute('value') ?? '1', 10) || 1) : 1;
    const first = list.querySelector(':scope > li');
    const level = Number(first?.getAttribute('data-aria-level') ?? 0);
    const items: PastedNode[][] = [];
    for (const child of list.childNodes) {
      if (child.nodeType === 1 && fateOf(child as Element) !== 'keep') this.#drop(child as Element, fateOf(child as Element) as 'hidden', ink, flow);
      else if (child.nodeType === 1 && nameOf(child as Element) === 'li') items.push(simple(this.read(child as Element, inkOf(child as Element, ink, this.findings))));
      else if (child.nodeType === 1) this.#beside(child as Element, ink, items);
      else if (child.nodeType === 3 && child.nodeValue?.trim()) items.push([{ kind: 'paragraph', runs: [inInk(written(child.nodeValue).trim().replace(/\s+/gu, ' '), ink)] }]);
    }
    const whole = items.flatMap(lifted).filter((item) => item.length > 0);
    if (whole.length === 0) return;
    // Word on the web writes every item as a list of its own and says the level beside it.
    if (level > 0) whole.forEach((nodes, i) => flow.item({ level, ordered, number: start + i, list: `${ordered}`, nodes }));
    else flow.push({ kind: 'list', ordered, start, items: whole });
  }

  // A list right inside a list belongs to the item before it.
  #beside(child: Element, ink: Ink, items: PastedNode[][]): void {
    const wrapper = child.ownerDocument.createElement('div');
    wrapper.append(child.cloneNode(true));
    const nodes = simple(this.read(wrapper, ink));
    const last = items.at(-1);
    if (last && nodes.every((node) => node.kind === 'list')) last.push(...nodes);
    else if (nodes.length > 0) items.push(nodes);
  }
}

function quotation(nodes: PastedNode[]): PastedNode[] {
  return nodes.length === 0 ? [] : [{ kind: 'quotation', nodes }];
}

// An item that begins with a list has no words of its own before it: its items stand a level higher.
function lifted(item: PastedNode[]): PastedNode[][] {
  const first = item[0];
  if (first?.kind !== 'list') return [item];
  return [...(first as List).items.map((nodes) => [...nodes]), ...lifted(item.slice(1))];
}

function visibleWords(element: Element): string {
  return [...element.childNodes].map((child) => (child.nodeType === 3 ? (child.nodeValue ?? '') : child.nodeType === 1 && !/^(?:script|style)$/u.test(nameOf(child as Element)) ? ` ${visibleWords(child as Element)} ` : '')).join('');
}
