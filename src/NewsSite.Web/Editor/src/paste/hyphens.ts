/** First parts that nearly always keep their hyphen, in the prose of councils and inspectors. */
const COMPOUND_STARTS = new Set(
  ('well self ill all ex non cross long short high low part full half decision face whole right left year one two three four ' +
    'five six ten first second third follow quasi family user evidence needs large small open better best hard fast slow cost ' +
    'value council county city town government service school community risk trauma strengths vice deputy socio').split(' '),
);

const ENDINGS = /^(?:ments?|tions?|sions?|ings?|ed|ness|able|ible|ity|ly|ally|ren|hood|ships?|ers?|ors?|ies|ences?|ances?|als?|ous|ive|ful|less|ism|ists?|ised|izes?|ises|ising)(?![a-z])/u;

const LAST_WORD = /[\p{L}\p{N}’'\-\u2010\u00ad]*$/u;
const FIRST_WORD = /^[\p{L}\p{N}’'\-\u2010]*/u;

/** How a line that ends in a hyphen goes on: its text without or with the hyphen, and what stands between it and the next line. Null when it ends in none. */
export interface Mended {
  readonly dropHyphen: boolean;
  readonly glue: '' | ' ';
  readonly before: string;
  readonly after: string;
}

/** Mends the break between two lines; `all` is the whole text, which may show the word elsewhere. */
export function mendHyphen(line: string, next: string, all: string): Mended | null {
  const hyphen = line.at(-1);
  if (hyphen === '\u00ad') return made(line, next, true);
  if ((hyphen !== '-' && hyphen !== '\u2010') || !/[\p{L}\p{N}][-\u2010]$/u.test(line) || !/^[\p{L}\p{N}]/u.test(next)) return null;
  const start = LAST_WORD.exec(line)?.[0].slice(0, -1) ?? '';
  const end = FIRST_WORD.exec(next)?.[0] ?? '';
  if (/^(?:and|or|to)$/u.test(end)) return { ...made(line, next, false), glue: ' ' }; // "short- and long-term"
  return made(line, next, !keepsHyphen(start, end, all));
}

function keepsHyphen(start: string, end: string, all: string): boolean {
  if (!/^\p{Ll}/u.test(end) || /[-\u2010]/u.test(start) || /[-\u2010]/u.test(end)) return true; // Anglo-Saxon, 2015-16, state-of-the-art
  if (/\p{N}$/u.test(start)) return true;
  const words = all.toLowerCase();
  const first = start.toLowerCase();
  const whole = (word: string): boolean => new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}])`, 'u').test(words);
  if (whole(`${first}-${end}`)) return true;
  if (whole(first + end)) return false;
  if (ENDINGS.test(end)) return false;
  if (/^(?:co o|re e|pre e|de e)/u.test(`${first} ${end}`)) return true; // co-operate, re-elected
  return COMPOUND_STARTS.has(first);
}

function made(line: string, next: string, dropHyphen: boolean): Mended {
  const start = LAST_WORD.exec(line)?.[0] ?? '';
  const end = FIRST_WORD.exec(next)?.[0] ?? '';
  return { dropHyphen, glue: '', before: `${start} ${end}`, after: (dropHyphen ? start.slice(0, -1) : start) + end };
}
