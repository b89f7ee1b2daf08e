import { describe, expect, test } from 'vitest';
import { clean } from './clean';
import { LEFT_OUT, textOf } from './nodes';
import { described, samples } from './testing/corpus';
import { difference, wordsOfHtml, wordsOfText } from './testing/source-words';
import { toHtml } from './to-html';

describe.each(samples())('a paste from $name', ({ html, text, expectation }) => {
  const pasted = clean({ html, text });

  test('becomes what is expected', async () => {
    await expect(described(pasted)).toMatchFileSnapshot(expectation);
  });

  test('loses no word and fuses none', () => {
    const source = html === undefined ? wordsOfText(text ?? '') : wordsOfHtml(html);
    const out = wordsOfText(pasted.nodes.map(textOf).join('\n'));
    const leftOut = pasted.findings.filter(({ kind }) => LEFT_OUT.includes(kind)).flatMap(({ passages }) => passages.map(wordsOfText));

    expect(source.length).toBeGreaterThan(0);
    expect(difference(source, out, leftOut)).toBeNull();
  });

  test('is the same when it is copied and pasted once more', () => {
    const again = clean({ html: toHtml(pasted) }).nodes;

    // Once columns are lines of text the wide gaps that showed them are gone: the words stay.
    if (pasted.findings.some(({ kind }) => kind === 'columns')) expect(wordsOfText(again.map(textOf).join('\n'))).toEqual(wordsOfText(pasted.nodes.map(textOf).join('\n')));
    else expect(again).toEqual(pasted.nodes);
  });
});
