const prefix = 'newssite-window-';

/** A name for this window, another after every load: a duplicated window must not write over the first one's copy. */
export function newTab(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(36).padStart(2, '0')).join('');
}

/** Tells other windows of this browser that this one is open, until it is closed or dies. */
export function holdTab(tab: string): void {
  navigator.locks?.request(prefix + tab, () => new Promise(() => undefined)).catch(() => undefined);
}

/** The windows that are open; empty where the browser cannot say, so that nothing is hidden. */
export async function openTabs(): Promise<ReadonlySet<string>> {
  try {
    const { held } = (await navigator.locks?.query()) ?? {};
    return new Set(held?.flatMap((lock) => (lock.name?.startsWith(prefix) ? [lock.name.slice(prefix.length)] : [])) ?? []);
  } catch {
    return new Set();
  }
}
