import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from './clean';
import { LEFT_OUT, linesOf, type PastedText, wordsOf } from './nodes';
import { toHtml } from './to-html';

// A failure is told before the test's own limit, however far it has been shrunk.
const LIMIT = 20_000;

/** A random page and the words that a reader would see in it, in order: written down together, so that neither depends on reading HTML. */
interface Piece {
  readonly html: string;
  readonly words: string;
}

const word = fc.stringMatching(/^[a-zà-ÿ’]{1,9}[,.;:!?]?$/u).map((text) => ({ html: text, words: text }));
const odd = fc.constantFrom<Piece>(
  { html: '&amp;', words: '&' }, { html: '“Good”', words: '“Good”' }, { html: '&lt;b&gt;', words: '<b>' }, { html: '£2,000', words: '£2,000' },
  { html: 'im<b>por</b>tant', words: 'important' }, { html: 'co&shy;op', words: 'coop' }, { html: 'a<!-- x -->b', words: 'ab' }, { html: 'ﬁne', words: 'fine' },
  { html: '<span style="mso-spacerun:yes">&nbsp; </span>', words: ' ' }, { html: '<o:p></o:p>', words: '' }, { html: 'self-made', words: 'self-made' },
);
const space = fc.constantFrom(' ', '\n', '&nbsp;', ' \n ', '&#32;');
const tag = fc.constantFrom('b', 'i', 'em', 'strong', 'span', 'u', 'a href="https://example.com/"', 'a href="javascript:x()"', 'font color=red', 'code', 's', 'sup', 'st1:place', 'span style="font-weight:700"', 'b style="font-weight:normal"');
const wrap = (name: string, { html, words }: Piece, gap = ''): Piece => ({ html: `<${name}>${html}</${name.split(' ')[0]}>`, words: gap + words + gap });
const join = (pieces: readonly Piece[], gaps: readonly string[]): Piece => ({
  html: pieces.map((piece, i) => (i === 0 ? '' : (gaps[i % gaps.length] ?? ' ')) + piece.html).join(''),
  words: pieces.map((piece) => piece.words).join(' '),
});
const glue = (pieces: readonly Piece[]): Piece => ({ html: pieces.map((piece) => piece.html).join(''), words: pieces.map((piece) => piece.words).join('') });

const { inline } = fc.letrec<{ inline: Piece }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    word,
    odd,
    fc.tuple(fc.array(tie('inline'), { minLength: 1, maxLength: 8 }), fc.array(space, { minLength: 1, maxLength: 4 })).map(([pieces, gaps]) => join(pieces, gaps)),
    fc.tuple(tag, tie('inline')).map(([name, piece]) => wrap(name, piece)),
    fc.tuple(tie('inline'), tie('inline')).map(([a, b]) => glue([a, { html: '<br>', words: ' ' }, b])),
    fc.tuple(tie('inline'), tie('inline')).map((pair) => glue(pair)),
    fc.constant<Piece>({ html: '<script>lost()</script><span hidden>lost</span>', words: ' ' }),
  ),
}));
const { block } = fc.letrec<{ block: Piece }>((tie) => {
  const many = fc.array(tie('block') as fc.Arbitrary<Piece>, { minLength: 1, maxLength: 4 }).map((pieces) => glue(pieces.map((piece) => ({ ...piece, words: ` ${piece.words} ` }))));
  return {
    block: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      fc.tuple(fc.constantFrom('p', 'div', 'h1', 'h2', 'h5', 'section', 'pre', 'p class=MsoListParagraph style="mso-list:l0 level1 lfo1"', 'figcaption'), inline).map(([name, piece]) => wrap(name, piece, ' ')),
      fc.tuple(fc.constantFrom('div', 'blockquote', 'article', 'center', 'div style="display:block"'), many).map(([name, piece]) => wrap(name, piece, ' ')),
      fc.tuple(fc.constantFrom('ul', 'ol'), fc.array(fc.oneof(many, inline).map((piece) => wrap('li', piece, ' ')), { minLength: 1, maxLength: 4 })).map(([name, items]) => wrap(name, glue(items), ' ')),
      fc.array(fc.array(fc.oneof(inline, many).map((piece) => wrap('td', piece, ' ')), { minLength: 1, maxLength: 3 }).map((cells) => wrap('tr', glue(cells))), { minLength: 1, maxLength: 3 }).map((rows) => wrap('table', glue(rows), ' ')),
    ),
  };
});
const page = fc.array(fc.oneof(block, inline), { minLength: 1, maxLength: 5 }).map((pieces) => glue(pieces.map((piece) => ({ html: `<div>${piece.html}</div>`, words: ` ${piece.words} ` }))));

// Signs at the start of a line may become a list's bullets; nothing else may go.
const wordsOut = (pasted: PastedText): string[] => wordsOf(pasted.nodes.flatMap(linesOf).join('\n'));
const letters = (words: readonly string[]): string[] => words.filter((each) => /[\p{L}\p{N}&<]/u.test(each));

describe('cleaning any page', () => {
  test('keeps every word, in order, and fuses none', () => {
    fc.assert(
      fc.property(page, ({ html, words }) => {
        const pasted = clean({ html });
        fc.pre(!pasted.findings.some(({ kind }) => kind === 'hyphen'));

        expect(letters(wordsOut(pasted))).toEqual(letters(wordsOf(words.replace(/\u00ad/gu, ''))));
      }),
      { numRuns: 300, interruptAfterTimeLimit: LIMIT },
    );
  }, 2 * LIMIT);

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(page, ({ html }) => {
        const once = clean({ html });
        const twice = clean({ html: toHtml(once) });
        // Lines that a page's width has broken are found by measuring, and random lower-case words look like such lines to it.
        fc.pre(![...once.findings, ...twice.findings].some(({ kind }) => kind === 'line-breaks' || kind === 'hyphen'));

        expect(twice.nodes).toEqual(once.nodes);
      }),
      { numRuns: 150, interruptAfterTimeLimit: LIMIT },
    );
  }, 2 * LIMIT);
});

describe('cleaning any text', () => {
  const line = fc.tuple(fc.constantFrom('', '', '', '• ', '- ', '1. ', '2. ', '> ', 'o\t', '◼', '   ', '\f', '# '), fc.array(word.map(({ words }) => words), { maxLength: 14 })).map(([start, words]) => start + words.join(' '));
  const text = fc.array(line, { minLength: 1, maxLength: 14 }).map((lines) => lines.join('\n'));
  const spoken = (words: readonly string[]): string[] => words.filter((each) => /\p{L}/u.test(each) && each !== 'o');

  test('keeps every word, in order, but page furniture, which is reported', () => {
    fc.assert(
      fc.property(text, (given) => {
        const pasted = clean({ text: given });
        fc.pre(!pasted.findings.some(({ kind }) => LEFT_OUT.includes(kind)));

        expect(spoken(wordsOut(pasted))).toEqual(spoken(wordsOf(given.replace(/◼/gu, ' '))));
      }),
      { numRuns: 300, interruptAfterTimeLimit: LIMIT },
    );
  }, 2 * LIMIT);

  test('never throws, whatever is on the clipboard', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (given) => void clean({ html: given, text: given })), { numRuns: 150, interruptAfterTimeLimit: LIMIT });
  });
});
