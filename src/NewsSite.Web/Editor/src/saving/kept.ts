import type { OpenConflict } from '../conflicts/choices';
import type { Content } from '../story';

/** What this browser keeps of a story for one window. */
export interface Kept {
  readonly article: string;
  readonly tab: string;
  /** The account's name: a shared computer offers nobody else's words. */
  readonly by: string;
  /** The revision that it was written on; null for a story that the site has never had. */
  readonly base: string | null;
  /** What the site has not confirmed; null when everything is saved and only choices wait. */
  readonly content: Content | null;
  readonly conflicts: readonly OpenConflict[];
  /** Milliseconds since 1970, by this device's clock. */
  readonly at: number;
}

const store = 'copies';

/**
 * The browser's own database. Every call may fail (private windows, full disks, blocked storage); then it answers false or nothing, and the
 * status says that nothing is kept.
 */
export class KeptCopies {
  private database: Promise<IDBDatabase> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly factory: () => IDBFactory = () => globalThis.indexedDB, private readonly name = 'newssite-kept') {}

  keep(copy: Kept): Promise<boolean> {
    return this.inTurn(async (db) => {
      await done(write(db).put(copy).transaction!);
      return true;
    }, false);
  }

  forget(article: string, tab: string): Promise<boolean> {
    return this.inTurn(async (db) => {
      await done(write(db).delete([article, tab]).transaction!);
      return true;
    }, false);
  }

  /** The newest first. */
  all(): Promise<readonly Kept[]> {
    return this.inTurn(async (db) => {
      const copies = (await answer(db.transaction(store).objectStore(store).getAll())) as Kept[];
      return copies.sort((a, b) => b.at - a.at);
    }, []);
  }

  // One after the other: a copy that is written after one is removed must not be removed with it.
  private inTurn<T>(act: (db: IDBDatabase) => Promise<T>, otherwise: T): Promise<T> {
    const turn = this.last.then(async () => {
      try {
        return await act(await this.open());
      } catch {
        this.database = null; // a connection that the browser has closed is opened again
        return otherwise;
      }
    });
    this.last = turn;
    return turn;
  }

  private open(): Promise<IDBDatabase> {
    this.database ??= new Promise((resolve, reject) => {
      const request = this.factory().open(this.name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: ['article', 'tab'] });
      request.onsuccess = () => {
        request.result.onversionchange = () => request.result.close();
        request.result.onclose = () => (this.database = null);
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new DOMException('Blocked by another window'));
    });
    return this.database;
  }
}

// Strict: on the disk and not only on its way there when the answer comes.
const write = (db: IDBDatabase): IDBObjectStore => db.transaction(store, 'readwrite', { durability: 'strict' }).objectStore(store);

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
