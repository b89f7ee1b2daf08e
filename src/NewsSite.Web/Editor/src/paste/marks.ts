import { nameOf, styleOf } from './elements';
import type { Findings } from './findings';
import type { Mark, Run } from './nodes';

/** How the text inside an element is marked. */
export interface Ink {
  readonly marks: readonly Mark[];
  readonly href: string | null;
  /** Whether line ends in the source are line ends on the page. */
  readonly keepsLines: boolean;
}

export const NO_INK: Ink = { marks: [], href: null, keepsLines: false };

const ORDER: readonly Mark[] = ['code', 'strike', 'em', 'strong'];
const SCHEMES = /^(?:https?:|mailto:|tel:)/iu;

/** What an element adds to, or takes from, the marks around it. */
export function inkOf(element: Element, around: Ink, findings: Findings): Ink {
  const name = nameOf(element);
  const marks = new Set(around.marks);
  const set = (mark: Mark, on: boolean | null): void => {
    if (on === true) marks.add(mark);
    else if (on === false) marks.delete(mark);
  };
  const decoration = `${styleOf(element, 'text-decoration')} ${styleOf(element, 'text-decoration-line')}`;
  set('strong', weightOf(styleOf(element, 'font-weight')) ?? (name === 'b' || name === 'strong' ? true : null));
  set('em', slantOf(styleOf(element, 'font-style')) ?? (/^(?:i|em|cite|dfn|var)$/u.test(name) ? true : null));
  set('strike', decoration.includes('line-through') || /^(?:s|strike|del)$/u.test(name) ? true : null);
  set('code', /^(?:code|kbd|samp|tt)$/u.test(name) ? true : null);
  if (name === 'font' || name === 'u') findings.note('styles');
  const space = styleOf(element, 'white-space');
  return {
    marks: ORDER.filter((mark) => marks.has(mark)),
    href: name === 'a' && element.hasAttribute('href') ? addressOf(element, findings) : around.href,
    keepsLines: space === '' ? name === 'pre' || around.keepsLines : /^(?:pre|pre-wrap|pre-line|break-spaces)$/u.test(space),
  };
}

/** A run of text in that ink. */
export function inInk(text: string, ink: Ink): Run {
  return { text, marks: ink.marks, href: ink.href };
}

function weightOf(value: string): boolean | null {
  if (/^(?:bold|bolder)$/u.test(value)) return true;
  if (/^(?:normal|lighter)$/u.test(value)) return false;
  const weight = Number.parseInt(value, 10);
  return Number.isNaN(weight) ? null : weight >= 600;
}

function slantOf(value: string): boolean | null {
  return value === '' || value === 'inherit' ? null : /^(?:italic|oblique)/u.test(value);
}

// A link that only works where it was copied from, or that could run a script, keeps its words only.
function addressOf(link: Element, findings: Findings): string | null {
  const written = link.getAttribute('href') ?? '';
  // A browser drops control characters and white space inside a scheme, so they count as nothing here too.
  const bare = written.replace(/[\p{Cc}\s]/gu, '');
  if (SCHEMES.test(bare)) {
    if (!/^http/iu.test(bare)) return bare;
    try {
      return new URL(written.trim()).href;
    } catch {
      // falls through: an address that no browser can read is no link
    }
  }
  if (bare !== '' && !bare.startsWith('#')) findings.note('links', link.textContent ?? '');
  return null;
}
