/**
 * The words a reader sees in a paste, found without any of the code under test: from HTML by the rules of a page (blocks, cells and line breaks part words,
 * inline elements do not), from text by white space. List markers are no words.
 */
const PARTING = /^(?:address|article|aside|blockquote|body|br|button|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|select|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/u;
const UNSEEN = /^(?:script|style|noscript|template|title|head|xml)$/u;
const MARKER = /^\s*(?:[\p{P}\p{S}\uf000-\uf0ff]|o(?=\s)|\d{1,3}[.)](?=\s)|[a-z]\)(?=\s))+\ufe0f?(?=\s|$)/u;

export function wordsOfHtml(html: string): string[] {
  return wordsOfText(visible(new DOMParser().parseFromString(html, 'text/html').body));
}

function visible(node: Node): string {
  if (node.nodeType === 3) return (node.nodeValue ?? '').replace(/[\r\n]+/gu, ' ');
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const name = element.nodeName.toLowerCase();
  if (UNSEEN.test(name)) return '';
  const style = (element.getAttribute('style') ?? '').replace(/\s/gu, '');
  if (style.includes('mso-list:Ignore')) return '';
  const inside = [...element.childNodes].map(visible).join('');
  return PARTING.test(name) || name === 'del' || /MsoCommentReference/u.test(element.className) || /display:block/u.test(style) ? `\n${inside}\n` : inside;
}

export function wordsOfText(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/gu, '')
    .replace(/\u001e/gu, '-')
    .replace(/[\u0002\u001f\ufffe]/gu, '\u00ad')
    .replace(/.*\t[^]*/u, (table) => table.replace(/(^|\t|\n)"|"(?=[\t\r\n])/gu, '$1').replaceAll('""', '"')) // a spreadsheet's own quotation marks
    .split(/[\r\n\f\u000b]+/u)
    .map((line) => line.replace(MARKER, ' ').replace(/^\s*>(?: ?>)*/u, ' '))
    .flatMap((line) => line.split(/[\s|]+/u))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/**
 * Why the words that came out are not the words that went in; null when they are. Words may be missing where a finding quotes them, and two words may be one
 * where the first ended in a hyphen at the end of a line.
 */
export function difference(source: readonly string[], out: readonly string[], leftOut: readonly string[][]): string | null {
  const seen = new Set<string>();
  let furthest = '';
  let depth = -1;
  const walk = (i: number, j: number, gone: readonly number[]): boolean => {
    for (; ; i++, j++) {
      const key = `${i} ${j} ${gone.join()}`;
      if (seen.has(key)) return false;
      seen.add(key);
      if (i === source.length && j === out.length) return true;
      const skip = leftOut.findIndex((phrase, n) => !gone.includes(n) && phrase.length > 0 && phrase.every((word, k) => bare(source[i + k]) === bare(word)));
      if (skip >= 0 && walk(i + (leftOut[skip]?.length ?? 0), j, [...gone, skip])) return true;
      const word = source[i] ?? '';
      const next = source[i + 1] ?? '';
      if (/[-\u2010\u00ad]$/u.test(word) && [word + next, word.slice(0, -1) + next].some((joined) => bare(joined) === bare(out[j])) && walk(i + 2, j + 1, gone)) return true;
      if (bare(word) !== bare(out[j]) || word === '') {
        if (i > depth) furthest = `source … ${source.slice(Math.max(0, i - 4), i + 6).join(' ')} | out … ${out.slice(Math.max(0, j - 4), j + 6).join(' ')}`;
        depth = Math.max(depth, i);
        return false;
      }
    }
  };
  return walk(0, 0, []) ? null : furthest;
}

const bare = (word: string | undefined): string => (word ?? '').replace(/\u00ad/gu, '');
