import { expect, test } from 'vitest';
import { clean } from './clean';
import { textOf } from './nodes';

const joined = (text: string): string => clean({ text }).nodes.map(textOf).join(' ¶ ');

test.each([
  ['It is a recommenda-\ntion of the panel.', 'It is a recommendation of the panel.'],
  ['It matters for well-\nbeing.', 'It matters for well-being.'],
  ['Their wellbeing matters. It is well-\nbeing that counts.', 'Their wellbeing matters. It is wellbeing that counts.'],
  ['A child-centred plan and child-\ncentred work.', 'A child-centred plan and child-centred work.'],
  ['They will co-\noperate with us.', 'They will co-operate with us.'],
  ['The year 2015-\n16 was bad.', 'The year 2015-16 was bad.'],
  ['An Anglo-\nSaxon hall.', 'An Anglo-Saxon hall.'],
  ['A state-of-the-\nart pump.', 'A state-of-the-art pump.'],
  ['For short-\nand long-term care.', 'For short- and long-term care.'],
  ['The teach\u00ad\ners met.', 'The teachers met.'],
  ['The govern\u00adment met.', 'The government met.'],
  ['Monday - \nnothing came of it.', 'Monday - ¶ nothing came of it.'],
])('%j', (text, expected) => {
  expect(joined(text)).toBe(expected);
});
