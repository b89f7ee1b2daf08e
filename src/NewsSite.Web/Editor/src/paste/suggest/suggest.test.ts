import { describe, expect, test } from 'vitest';
import { clean } from '../clean';
import { type PastedNode, textOf, wordsOf } from '../nodes';
import { samples } from '../testing/corpus';
import { suggest } from './suggest';
import type { BlockDraft, SuggestContext, Suggestion } from './suggestion';

const nobody: SuggestContext = { people: [], sources: [], today: '2022-09-21', has: () => true };

function blocksOf(suggestions: readonly Suggestion[]): BlockDraft[] {
  return suggestions.flatMap(({ pieces }) => pieces.flatMap((piece) => ('block' in piece ? [piece.block] : [])));
}

function from(text: string, context: SuggestContext = nobody): BlockDraft[] {
  return blocksOf(suggest(clean({ text }), context));
}

function story(name: string, context: SuggestContext = nobody): { nodes: readonly PastedNode[]; suggestions: Suggestion[] } {
  const { text } = samples().find((sample) => sample.name.endsWith(name)) ?? {};
  const { nodes } = clean({ text });
  return { nodes, suggestions: suggest({ nodes }, context) };
}

/** The words of a block that stand in its article: names and roles are repeated from them, except where the words were a line of their own. */
function wordsOfBlock({ fields }: BlockDraft, address: string): string {
  const lines = (value: unknown): string[] => (Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : String((item as { text: string }).text))) : []);
  const shown = fields['showAddress'] === true ? [address] : [];
  return [fields['leadIn'] ?? '', ...shown, ...lines(fields['intro']), ...lines(fields['words']), ...lines(fields['items']), ...lines(fields['facts']), fields['text'] ?? ''].join(' ');
}

describe('the story of 2022', () => {
  const { suggestions } = story('story-good');
  const report = 'https://files.ofsted.gov.uk/v1/file/50192873';

  test('offers everything that was set in blocks, in the order of the text', () => {
    expect(suggestions.map(({ kind }) => kind)).toEqual(['quote', 'ratings', 'statement', 'statement', 'improvements', 'source', 'quote', 'quote', 'quote', 'quote', 'quote']);
  });

  test('offers the two statements with name, role, occasion and lead-in as the text gives them', () => {
    expect(blocksOf(suggestions).filter(({ type }) => type === 'statement').map(({ fields }) => ({ ...fields, words: String(fields['words']).slice(0, 20) }))).toEqual([
      {
        name: 'Cllr Revans', role: 'leader of Somerset County Council', occasion: 'the opening of SCC Executive',
        leadIn: 'Cllr Revans, leader of Somerset County Council, commented at the opening of SCC Executive:', words: '“We should be proud ',
      },
      {
        name: 'Cllr Leigh Redman', role: 'chair of children and families scrutiny in Somerset',
        leadIn: 'Cllr Leigh Redman, chair of children and families scrutiny in Somerset added:', words: '“I am delighted with',
      },
    ]);
  });

  test('offers the list of improvements with its introduction, and leaves the sentence before it', () => {
    const [improvements] = suggestions.filter(({ kind }) => kind === 'improvements');

    expect(improvements?.pieces).toEqual([
      { text: { kind: 'paragraph', runs: [expect.objectContaining({ text: 'There was also praise for the way the director of the service and his staff had managed through the pandemic.' })] } },
      { block: { type: 'improvements', fields: {
        intro: ['There were two areas identified for further improvement which were:'],
        items: [
          { text: 'Placement sufficiency, including for emergency admissions, for older children with complex needs.' },
          { text: 'The take-up of return home interviews and use of data to inform individual and service planning.' },
        ],
      } } },
    ]);
  });

  test('flags the quotation that never closes and the two that never opened', () => {
    expect(suggestions.filter(({ flags }) => flags.length > 0).map(({ id, flags }) => `${id} ${/never \w+/u.exec(flags.join())?.[0] ?? ''}`)).toEqual(['quote-1 never closes', 'quote-9 never opened', 'quote-11 never opened']);
  });

  test('asks once for the report that the quotations cite, and cites it when the register has it', () => {
    const known = story('story-good', { ...nobody, sources: [{ slug: 'ofsted-somerset-2022', address: `${report}/` }] }).suggestions;

    expect([...new Set(suggestions.flatMap(({ asks }) => asks.flatMap(({ address }) => address ?? [])))]).toEqual([report]);
    expect(blocksOf(known).filter(({ type }) => type === 'quote').every(({ fields }) => fields['source'] === 'ofsted-somerset-2022')).toBe(true);
    expect(blocksOf(known).find(({ type }) => type === 'source')?.fields).toEqual({ slug: 'ofsted-somerset-2022', leadIn: 'You can read the full report published this morning here:', showAddress: true });
  });

  test('offers the grades with the years that the text gives', () => {
    expect(blocksOf(suggestions).find(({ type }) => type === 'ratings')?.fields).toEqual({
      body: 'Ofsted',
      entries: [{ grade: 'Inadequate', published: '2015' }, { grade: 'Requires Improvement', inspected: '2017' }, { grade: 'Good', published: '2022-09-21' }],
    });
  });

  test('finds the people of the register by full name or by a surname that only one has', () => {
    const people = [{ slug: 'cllr-revans', name: 'Cllr Revans' }, { slug: 'leigh-redman', name: 'Leigh Redman' }, { slug: 'ann-redman', name: 'Ann Redman' }];

    expect(blocksOf(story('story-good', { ...nobody, people }).suggestions).flatMap(({ fields }) => fields['person'] ?? [])).toEqual(['cllr-revans', 'leigh-redman']);
  });
});

describe('the story of 2014', () => {
  const { suggestions } = story('story-inadequate');

  test('offers one quotation over three paragraphs and one statement', () => {
    expect(blocksOf(suggestions).map(({ type, fields }) => [type, fields['name'], fields['role'], (fields['words'] as string[]).length])).toEqual([
      ['quote', 'Bradley Simmons', 'Ofsted’s regional director for the South West', 3],
      ['statement', 'Cllr Frances Nicholson', 'cabinet member for children’s services', 1],
    ]);
  });
});

describe('who is speaking', () => {
  test.each([
    ['Councillor Una Pike (Independent, Sedgeby) said: “We were not asked about this at all.”', 'statement', { name: 'Councillor Una Pike', role: 'Independent, Sedgeby' }],
    ['Council leader Una Pike said: “We were not asked about this at all.”', 'statement', { name: 'Una Pike', role: 'Council leader' }],
    ['Speaking at the annual meeting, Cllr Pike added: "We were not asked about this at all."', 'statement', { name: 'Cllr Pike', occasion: 'the annual meeting' }],
    ['Dr Idris Vaughan-Lee, a GP in the town, told the panel: “We were not asked about this at all.”', 'quote', { name: 'Dr Idris Vaughan-Lee', role: 'a GP in the town' }],
    ['Tom van der Berg, who runs the ferry, said “we were not asked about this at all.”', 'quote', { name: 'Tom van der Berg', role: 'who runs the ferry' }],
    ['A spokeswoman for the county council said: “We were not asked about this at all.”', 'quote', { name: 'A spokeswoman for the county council' }],
    ['Sedgeby Parish Council said: “We were not asked about this at all.”', 'quote', { name: 'Sedgeby Parish Council' }],
    ['Una Pike MP said in the debate: “We were not asked about this at all.”', 'statement', { name: 'Una Pike MP' }],
  ])('%s', (text, type, fields) => {
    const [block] = from(text);

    expect(block).toMatchObject({ type, fields });
    expect(JSON.stringify(block?.fields['words'])).toContain('e were not asked about this at all.');
  });

  test.each([
    'He said: “We were not asked about this at all, and it shows.”',
    'The panel found ‘too many’ homes were judged poor, and said so in May.',
    'Cllr Pike said “never again” and left the room before the vote was taken.',
    'The play “An Inspector Calls by the Sea at Night” was said to be good.',
    'The council said it would look at the matter again in the spring.',
  ])('is not guessed at: %s', (text) => {
    expect(from(text)).toEqual([]);
  });

  test('may be named after the words, which then stay below the block', () => {
    const [suggestion] = suggest(clean({ text: '“Nobody told us that the road would close,” said Una Pike, chair of governors.' }), nobody);

    expect(suggestion?.pieces).toMatchObject([
      { block: { type: 'quote', fields: { name: 'Una Pike', role: 'chair of governors', words: ['“Nobody told us that the road would close,”'] } } },
      { text: { runs: [{ text: 'said Una Pike, chair of governors.' }] } },
    ]);
  });

  test('may be named on a line below', () => {
    expect(from('“Nobody told us that the road would close today.”\n\n— Una Pike, chair of governors')).toEqual([
      { type: 'quote', fields: { name: 'Una Pike', role: 'chair of governors', words: ['“Nobody told us that the road would close today.”'] } },
    ]);
  });

  test('leaves what follows the words as text', () => {
    const [suggestion] = suggest(clean({ text: 'It was a long night. Cllr Una Pike said: “We were not asked about this at all.” She then left.' }), nobody);

    expect(suggestion?.pieces.map((piece) => ('text' in piece ? textOf(piece.text) : piece.block.type))).toEqual(['It was a long night.', 'statement', 'She then left.']);
  });
});

describe('lists', () => {
  test.each(['The trust needs to improve:', 'Inspectors listed three areas for improvement:', 'Recommendations:', 'What must be improved:'])('after “%s” are offered as improvements', (intro) => {
    expect(from(`${intro}\n\n• Records.\n• Training.`)).toMatchObject([{ type: 'improvements', fields: { items: [{ text: 'Records.' }, { text: 'Training.' }] } }]);
  });

  test('of other things stay lists', () => {
    expect(from('Those present were:\n\n• Una Pike.\n• Idris Vaughan-Lee.')).toEqual([]);
  });

  test('under “Key facts” are offered as key facts', () => {
    expect(from('Key facts\n\n• 212 contracts\n• Two years')).toEqual([{ type: 'key-facts', fields: { facts: [{ text: '212 contracts' }, { text: 'Two years' }] } }]);
  });
});

test('a passage that the page had set large is offered as a pull quote', () => {
  const html = '<p>The board has waited a long time. Every winter we wait for the county to act, they said.</p><blockquote>Every winter we wait for the county to act</blockquote>';

  expect(blocksOf(suggest(clean({ html }), nobody))).toEqual([{ type: 'pull-quote', fields: { text: 'Every winter we wait for the county to act' } }]);
});

test('a site without a block is not offered it', () => {
  expect(from('Cllr Una Pike said: “We were not asked about this at all.”', { ...nobody, has: (type) => type !== 'statement' })).toEqual([]);
});

test.each(samples())('every suggestion for $name keeps the words it replaces, in order', ({ html, text }) => {
  const { nodes } = clean({ html, text });
  let before = 0;
  for (const { from: start, to, pieces, asks, kind } of suggest({ nodes }, nobody)) {
    const source = nodes.slice(start, to).map(textOf).join(' ');
    const address = /https?:\S+/u.exec(source)?.[0] ?? '';
    const out = pieces.map((piece) => ('text' in piece ? textOf(piece.text) : wordsOfBlock(piece.block, address))).join(' ');
    const names = pieces.flatMap((piece) => ('block' in piece ? [`${String(piece.block.fields['name'] ?? '')} ${String(piece.block.fields['role'] ?? '')}`] : [])).join(' ');
    const own = to > start ? wordsOf(out) : [];

    expect(start).toBeGreaterThanOrEqual(kind === 'ratings' ? 0 : before);
    if (wordsOf(source).length > own.length) expect(wordsOf(`${out} ${names}`.replaceAll(',', ''))).toEqual(wordsOf(source.replaceAll(',', '')));
    else expect(own).toEqual(wordsOf(source));
    expect(asks.every(({ words }) => words !== '')).toBe(true);
    before = to;
  }
});
