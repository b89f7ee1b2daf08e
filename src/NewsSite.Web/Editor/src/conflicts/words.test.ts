import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { wordDiff, type Run } from './words';

const marked = (runs: readonly Run[]): string => runs.map((run) => (run.changed ? `[${run.text}]` : run.text)).join('');

describe('What differs, word by word', () => {
  it('marks the words that only one side has', () => {
    const { before, after } = wordDiff('The council said it was very pleased with the report.', 'The council said it was pleased with the inspection report.');

    expect(marked(before)).toBe('The council said it was [very ]pleased with the report.');
    expect(marked(after)).toBe('The council said it was pleased with the[ inspection] report.');
  });

  it('marks neighbouring words as one change', () => {
    expect(marked(wordDiff('rated good in 2022', 'rated Requires Improvement in 2022').after)).toBe('rated [Requires Improvement] in 2022');
  });

  it('gives every text back whole', () => {
    const words = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'longer', '.'), { maxLength: 30 }).map((list) => list.join(''));
    fc.assert(fc.property(words, words, (a, b) => {
      const diff = wordDiff(a, b);
      expect(diff.before.map((run) => run.text).join('')).toBe(a);
      expect(diff.after.map((run) => run.text).join('')).toBe(b);
      if (a === b) expect([...diff.before, ...diff.after].some((run) => run.changed)).toBe(false);
    }));
  });

  it('does not compare books word by word', () => {
    const long = (word: string): string => Array.from({ length: 5000 }, (_, i) => `${word}${i}`).join(' ');

    expect(wordDiff(long('a'), long('b')).before).toHaveLength(1);
  });
});
