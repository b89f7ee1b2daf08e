import type { Server } from '../server';

/** Answers of the registers by slug, kept while the page is open, so that twenty quotations of one report ask once. */
const known = new Map<string, unknown>();
const waiting = new Map<string, Promise<unknown>>();

export function remember(register: string, key: string, item: unknown): void {
  known.set(`${register}/${key}`, item);
}

/** The record of a slug (a file name in the library); null when it cannot be found. */
export async function recordOf<T>(server: Server, register: 'people' | 'sources' | 'articles' | 'media', key: string): Promise<T | null> {
  const name = `${register}/${key}`;
  if (known.has(name)) return known.get(name) as T;
  const asked = waiting.get(name) ?? ask(server, register, key).finally(() => waiting.delete(name));
  waiting.set(name, asked);
  return (await asked) as T | null;
}

async function ask(server: Server, register: string, key: string): Promise<unknown> {
  const answer = await server.get<{ items: readonly Record<string, unknown>[] }>(`${register}?q=${encodeURIComponent(key)}`);
  if (!answer.ok) return null;
  for (const item of answer.body.items) remember(register, String(item['file'] ?? item['slug']), item);
  return known.get(`${register}/${key}`) ?? null;
}

/** A slug as words, until the register answers. */
export function wordsOfSlug(slug: string): string {
  return slug.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
