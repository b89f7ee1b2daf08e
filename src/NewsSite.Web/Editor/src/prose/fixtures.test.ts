import { describe, expect, it } from 'vitest';
import cases from '../../../../../tests/fixtures/prose-round-trip.json';
import { charactersOf } from '../document/passages';
import { shapeOf } from './fixture-shape';
import { proseFrom } from './markdown-in';
import { markdownFrom } from './markdown-out';

interface Fixture {
  readonly name: string;
  readonly markdown: string;
  readonly canonical: string;
  readonly plain: string;
  readonly shape: string;
}

// Read by tests/NewsSite.Tests/Blocks/ProseFixtureTests.cs too: both languages must agree on every case.
const fixtures: readonly Fixture[] = cases;

describe('The fixtures shared with the program', () => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, { markdown, canonical, plain, shape }) => {
    const prose = proseFrom(markdown);
    expect(markdownFrom(prose)).toBe(canonical);
    expect(markdownFrom(proseFrom(canonical))).toBe(canonical);
    for (const text of [markdown, canonical]) {
      const read = proseFrom(text);
      expect(charactersOf(read, 0).text).toBe(plain);
      if (shape !== '') expect(shapeOf(read)).toBe(shape);
    }
  });
});
