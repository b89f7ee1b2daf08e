import type { PastedText } from '../nodes';
import { documentsIn, findSources } from './documents';
import { findFacts, findImprovements } from './listed';
import { type Finder, type Found, lineOf, type Story } from './passage';
import { findRatings } from './ratings';
import { resolved } from './registers';
import { findRepeated } from './repeated';
import { findReportQuotes, findSetQuotes } from './report-quotes';
import { findAttributedAfter, findIntroduced } from './speeches';
import type { SuggestContext, Suggestion } from './suggestion';

// Where two would take the same paragraph the earlier in this list has it.
const FINDERS: readonly Finder[] = [findRepeated, findIntroduced, findAttributedAfter, findReportQuotes, findSetQuotes, findImprovements, findFacts, findSources, findRatings];

/**
 * The blocks that pasted words could become, in the order of the text; no two take the same paragraph. Words, quotation marks and slips stay as they are,
 * and a field is filled only from the words or from the registers.
 */
export function suggest(pasted: Pick<PastedText, 'nodes'>, context: SuggestContext): Suggestion[] {
  const { nodes } = pasted;
  const story: Story = { nodes, lines: nodes.map(lineOf), documents: documentsIn(nodes), today: context.today };
  const taken: Found[] = [];
  for (const found of FINDERS.flatMap((find) => find(story))) {
    const inside = found.from === found.to ? taken.some((other) => other.from < found.from && found.from < other.to) : taken.some((other) => other.from < found.to && found.from < other.to);
    if (!inside && context.has(found.kind)) taken.push(found);
  }
  return taken.sort((a, b) => a.from - b.from || a.to - b.to).map((found) => resolved({ ...found, id: `${found.kind}-${found.from}` }, context));
}
