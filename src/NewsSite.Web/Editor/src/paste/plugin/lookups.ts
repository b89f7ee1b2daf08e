import { findPeople, findSources } from '../../fields/searches';
import type { FormSetting } from '../../fields/field';
import type { Registers } from '../suggest/registers';
import { bareName } from '../suggest/speaker';
import type { Ask } from '../suggest/suggestion';

/** What suggestions ask, each question once. */
export function distinct(asks: readonly Ask[]): Ask[] {
  const seen = new Map(asks.map((ask) => [keyOf(ask), ask]));
  return [...seen.values()];
}

/** A document is known by its address, whatever the sentence calls it. */
export function keyOf({ field, words, address }: Ask): string {
  return address ?? `${field} ${words}`;
}

/** Asks the registers. One that does not answer leaves its questions to the writer. */
export async function lookUp(asks: readonly Ask[], setting: FormSetting): Promise<Registers> {
  const people = distinct(asks).filter(({ field }) => field === 'person').map(({ words }) => findPeople(setting.server, bareName(words), setting.day()));
  const sources = distinct(asks).flatMap(({ field, address }) => (field === 'source' && address !== null ? [findSources(setting.server, address)] : []));
  const answers = await Promise.all([Promise.all(people), Promise.all(sources)]);
  return { people: unique(answers[0].flatMap((items) => items ?? [])), sources: unique(answers[1].flatMap((items) => items ?? [])) };
}

function unique<T extends { readonly slug: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.slug, item])).values()];
}
