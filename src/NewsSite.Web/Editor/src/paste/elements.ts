/** What kind of thing an element of pasted HTML is. Styles are read as text: the browser drops the ones of word processors. */
export type Fate = 'keep' | 'drop' | 'script' | 'picture' | 'hidden' | 'site-furniture' | 'page-furniture' | 'comments' | 'deletions';

const DROPPED = new Set('head title meta link template noscript iframe object embed canvas audio video map area datalist input textarea xml base svg'.split(' '));
const BLOCKS = new Set(
  ('address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li ' +
    'main nav ol p pre search section summary table caption tbody td tfoot th thead tr ul').split(' '),
);
const UNSEEN = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|screenreader|offscreen|element-invisible|govuk-visually-hidden|hidden-text)(?:\s|$)/iu;
const FURNITURE_CLASS = /(?:^|[-_\s])(?:share|sharing|social|socials|breadcrumbs?|cookies?|toolbar|skip|menu|navigation|nav|pager|pagination|follow|print)(?:$|[-_\s])/iu;
const FURNITURE_ROLE = /^(?:navigation|menu|menubar|toolbar|search|button|dialog|alertdialog|tablist)$/iu;

/** The name of an element, in small letters. */
export function nameOf(element: Element): string {
  return element.nodeName.toLowerCase();
}

/** The value of a style written on the element, in small letters and without white space at the ends; empty when there is none. */
export function styleOf(element: Element, property: string): string {
  const style = element.getAttribute('data-style');
  if (style === null) return '';
  const found = [...style.matchAll(/(?:^|;)\s*([-a-z]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;"'])*)/giu)].filter((match) => match[1]?.toLowerCase() === property);
  return (found.at(-1)?.[2] ?? '').replace(/!important/iu, '').trim().toLowerCase();
}

/** Whether an element starts and ends a line of its own. */
export function isBlock(element: Element): boolean {
  const display = styleOf(element, 'display');
  return BLOCKS.has(nameOf(element)) || /^(?:block|flex|grid|list-item|table|flow-root)\b/u.test(display);
}

/** What becomes of an element and everything in it. */
export function fateOf(element: Element): Fate {
  const name = nameOf(element);
  if (name === 'script') return 'script';
  if (name === 'style' || DROPPED.has(name)) return 'drop';
  if (name === 'img' || name === 'picture' || name === 'v:shape' || name === 'v:imagedata') return 'picture';
  if (isComment(element)) return 'comments';
  if ((name === 'del' && (element.hasAttribute('cite') || element.hasAttribute('datetime'))) || element.classList.contains('msoDel')) return 'deletions';
  if (isHidden(element)) return 'hidden';
  if (/^Mso(?:Header|Footer)$/u.test(element.className)) return 'page-furniture';
  return isFurniture(element, name) ? 'site-furniture' : 'keep';
}

function isComment(element: Element): boolean {
  const href = element.getAttribute('href') ?? '';
  return (
    /^comment(?:-list)?$/u.test(styleOf(element, 'mso-element')) ||
    styleOf(element, 'mso-special-character') === 'comment' ||
    /(?:^|\s)(?:MsoCommentReference|msocomanchor|msocomtxt|MsoCommentText)(?:\s|$)/u.test(element.getAttribute('class') ?? '') ||
    /#_(?:msocom|msoanchor)_\d+$/u.test(href)
  );
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || styleOf(element, 'display') === 'none' || styleOf(element, 'mso-hide') === 'all') return true;
  if (/^(?:hidden|collapse)$/u.test(styleOf(element, 'visibility')) || UNSEEN.test(element.getAttribute('class') ?? '')) return true;
  if (styleOf(element, 'position') === 'absolute' && (/^rect\((?:0|1px)/u.test(styleOf(element, 'clip')) || /^1px$/u.test(styleOf(element, 'width')))) return true;
  return element.getAttribute('aria-hidden') === 'true' && /icon/iu.test(element.getAttribute('class') ?? ''); // icon fonts: the "words" are names of pictures
}

// Only what is plainly for working the website. A box whose class merely sounds so counts when its words are few and nearly all links.
function isFurniture(element: Element, name: string): boolean {
  if (name === 'nav' || name === 'button' || name === 'select') return true;
  if (FURNITURE_ROLE.test(element.getAttribute('role') ?? '')) return true;
  if (!FURNITURE_CLASS.test(`${element.getAttribute('class') ?? ''} ${element.id}`)) return false;
  const words = (text: string | null): number => (text ?? '').split(/\s+/u).filter(Boolean).length;
  const all = words(element.textContent);
  const worked = [...element.querySelectorAll('a, button')].reduce((sum, link) => sum + words(link.textContent), 0);
  return all > 0 && all <= 40 && worked >= all * 0.6;
}
