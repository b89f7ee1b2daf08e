import type { Server } from '../server';
import type { ArticleItem, MediaItem, PersonItem, SourceItem } from '../story';
import type { Option } from './combobox';
import { dateInWords } from './choice-fields';

type Found<T> = Promise<readonly T[] | null>;

async function find<T>(server: Server, path: string, signal: AbortSignal | undefined): Found<T> {
  const answer = await server.get<{ items: readonly T[] }>(path, { signal });
  return answer.ok ? answer.body.items : null;
}

/** People, with the role that each held on the day. */
export const findPeople = (server: Server, typed: string, on: string, signal?: AbortSignal): Found<PersonItem> =>
  find(server, `people?q=${encodeURIComponent(typed)}&on=${on}`, signal);

export const findSources = (server: Server, typed: string, signal?: AbortSignal): Found<SourceItem> => find(server, `sources?q=${encodeURIComponent(typed)}`, signal);

export const findArticles = (server: Server, typed: string, signal?: AbortSignal): Found<ArticleItem> => find(server, `articles?q=${encodeURIComponent(typed)}`, signal);

export interface MediaPage {
  readonly items: readonly MediaItem[];
  readonly hasMore: boolean;
}

export async function findMedia(server: Server, typed: string, page: number, signal?: AbortSignal): Promise<MediaPage | null> {
  const answer = await server.get<MediaPage>(`media?q=${encodeURIComponent(typed)}&page=${page}`, { signal });
  return answer.ok ? answer.body : null;
}

export const personOption = (item: PersonItem): Option => ({ title: item.name, detail: item.role ?? item.summary });

export const sourceOption = (item: SourceItem): Option => ({
  title: item.title,
  detail: [item.publisher, item.kind, item.published === null ? null : dateInWords(item.published)].filter((part) => part !== null && part !== '').join(' · '),
});

export const articleOption = (item: ArticleItem): Option => ({
  title: item.headline === '' ? 'No headline yet' : item.headline,
  detail: item.published === null ? 'Not published' : dateInWords(item.published.slice(0, 10)),
});
