import type { Arrival } from '../saving/saving';
import type { Block, Content, Json } from '../story';
import { blockLabel, fieldLabel, type Names } from './describe';
import { fieldNames, same } from './merge';

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const rules = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const list = new Intl.ListFormat('en-GB');

/** "Frances Lamb’s changes to the second statement are in." Null when nothing looks different. */
export function arrivalWords({ who, before, after }: Arrival, names: Names): string | null {
  const places = placesOf(before, after, names);
  if (places.length === 0) return null;
  const where = places.length > 3 ? `${places.length} places` : list.format(places);
  if (who.length === 0) return `Your changes from another window to ${where} are in.`;
  return who.length === 1 ? `${who[0]!}’s changes to ${where} are in.` : `Changes by ${list.format(who)} to ${where} are in.`;
}

function placesOf(before: Content, after: Content, names: Names): string[] {
  const fields = fieldNames.filter((name) => !same(before[name] as unknown as Json, after[name] as unknown as Json)).map((name) => `the ${lower(fieldLabel(name))}`);
  const earlier = new Map(before.blocks.map((block) => [block.id, block]));
  const blocks = after.blocks.flatMap((block) => {
    const old = earlier.get(block.id);
    earlier.delete(block.id);
    if (old === undefined) return [isText(block) ? 'new text' : `a new ${label(block, names)}`];
    return same(old, block) ? [] : [`the ${which(block, after.blocks)}${label(block, names)}`];
  });
  const gone = [...earlier.values()].map((block) => `${isText(block) ? 'text' : `a ${label(block, names)}`} that is gone now`);
  const places = [...fields, ...blocks, ...gone];
  return places.length === 0 && !same(before.blocks.map(({ id }) => id), after.blocks.map(({ id }) => id)) ? ['the order of blocks'] : places;
}

// "second " where there are several of its kind.
function which(block: Block, all: readonly Block[]): string {
  const alike = all.filter(({ type }) => type === block.type);
  const at = alike.indexOf(block);
  return alike.length === 1 ? '' : `${ordinals[at] ?? `${at + 1}${endings[rules.select(at + 1)] ?? 'th'}`} ${isText(block) ? 'part of the ' : ''}`;
}

const isText = ({ type }: Block): boolean => type === 'prose';

const label = (block: Block, names: Names): string => (isText(block) ? 'text' : lower(blockLabel(block, names)));
const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
