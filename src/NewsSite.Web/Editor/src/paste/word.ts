import { styleOf } from './elements';

/** What a word processor says of a paragraph that is an item of a list: Word's own styles, Outlook's and those of Word on the web. */
export interface WordItem {
  readonly level: number;
  readonly ordered: boolean;
  readonly number: number;
  readonly list: string;
}

/** Whether an element only holds the bullet or number of an item. */
export function isWordMarker(element: Element): boolean {
  return styleOf(element, 'mso-list') === 'ignore';
}

/** The item that a paragraph is; null when it is none. */
export function wordItem(element: Element): WordItem | null {
  const style = /^(l\d+)\s+level(\d+)(?:\s+(lfo\d+))?/u.exec(styleOf(element, 'mso-list'));
  if (!style) return null;
  const marker = [...element.querySelectorAll('[data-style]')].find(isWordMarker)?.textContent?.replace(/[\s\u00a0]+/gu, '') ?? '';
  const ordered = /^\(?(?:\d+(?:\.\d+)*|[a-z]{1,4})[.)]?$/iu.test(marker) && marker !== 'o';
  return { level: Number(style[2]), ordered, number: Number(/\d+(?=[.)]?$)/u.exec(marker)?.[0] ?? 1), list: `${style[1] ?? ''} ${style[3] ?? ''} ${ordered}` };
}

/** The level of the heading that a paragraph is by its style; null when it is none. */
export function wordHeading(element: Element): number | null {
  if (/(?:^|\s)MsoTitle/u.test(element.getAttribute('class') ?? '')) return 1;
  if (element.getAttribute('role') === 'heading') return Number(element.getAttribute('aria-level') ?? 2) || 2;
  const outline = Number.parseInt(styleOf(element, 'mso-outline-level'), 10);
  return outline >= 1 && outline <= 9 ? outline : null;
}

/** Whether a paragraph is set as a quotation. */
export function isWordQuotation(element: Element): boolean {
  return /(?:^|\s)Mso(?:Intense)?Quote(?:CxSp\w+)?(?:\s|$)/u.test(element.getAttribute('class') ?? '');
}
