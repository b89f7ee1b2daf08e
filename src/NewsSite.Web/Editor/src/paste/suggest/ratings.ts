import { type Finder, found } from './passage';
import { introducedIn } from './quoted';
import { sentencesOf } from './sentences';

const GRADE = /[“‘"']?\b(outstanding|good|requires? improvement|inadequate)\b[”’"']?/giu;
const RATED = /\b(?:rat(?:ed|es?|ings?)|judged?|graded?|gave|giving|given)\b/iu;
const BODIES = /\b(Ofsted|OFSTED|Care Quality Commission|CQC|HMICFRS|Estyn|Care Inspectorate(?: Wales)?|Education Scotland|RQIA|HMI Probation)\b/u;
const YEAR = /\b(?:19|20)\d\d\b/gu;

interface Grade {
  readonly grade: string;
  readonly inspected?: string;
  readonly published?: string;
}

/** The grades of several years that the text tells in prose, as a table below it. The prose stays as it is. */
export const findRatings: Finder = (story) => {
  const grades: { entry: Grade; node: number }[] = [];
  let published = '';
  story.lines.forEach((line, node) => {
    for (const sentence of sentencesOf(ownWords(line))) {
      if (/\btoday\b.*\bpublished\b|\bpublished\b.*\btoday\b/iu.test(sentence)) published = story.today;
      const entry = gradeIn(sentence, published);
      if (entry?.published === story.today) published = ''; // the report of today gives one grade
      if (entry && !grades.some((known) => JSON.stringify(known.entry) === JSON.stringify(entry))) grades.push({ entry, node });
    }
  });
  const body = BODIES.exec(story.lines.join('\n'))?.[1];
  if (grades.length < 2 || body === undefined) return [];
  const when = ({ inspected, published: out }: Grade): string => inspected ?? out ?? '';
  const entries = grades.map(({ entry }) => ({ ...entry })).sort((a, b) => when(a).localeCompare(when(b), 'en'));
  const at = Math.max(...grades.map(({ node }) => node)) + 1;
  const reason = `The text gives ${entries.length} grades by ${body}: ${entries.map((entry) => `${entry.grade} (${when(entry).slice(0, 4)})`).join(', ')}`;
  return [found('ratings', at, at, { fields: { body, entries } }, { reason, asks: [] })];
};

// What somebody is quoted as saying of a grade is no grade.
function ownWords(line: string): string {
  return introducedIn(line).reduceRight((text, { quoted }) => text.slice(0, quoted.from) + text.slice(quoted.to), line);
}

// One grade and one year in a sentence that speaks of rating; a grade without a year is of today where the report came out today.
function gradeIn(sentence: string, published: string): Grade | null {
  const marked = [...sentence.matchAll(GRADE)].filter((match) => /^[“‘"']|^\p{Lu}/u.test(match[0]));
  const years = [...new Set(sentence.match(YEAR))];
  if (marked.length !== 1 || !RATED.test(sentence)) return null;
  const grade = marked[0]?.[1] ?? '';
  if (years.length === 1 && !/[“"][^”"]*\b(?:19|20)\d\d\b/u.test(sentence)) {
    const year = years[0] ?? '';
    return new RegExp(`\\b${year} report\\b|\\bpublished\\b[^.]*\\b${year}\\b`, 'u').test(sentence) ? { grade, published: year } : { grade, inspected: year };
  }
  return published === '' ? null : { grade, published };
}
