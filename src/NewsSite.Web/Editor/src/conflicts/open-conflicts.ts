import { Signal } from '../saving/signal';
import type { OpenConflict } from './choices';

/** The choices that wait for the writer. */
export class OpenConflicts {
  readonly changed = new Signal<readonly OpenConflict[]>();
  list: readonly OpenConflict[] = [];

  add(more: readonly OpenConflict[]): void {
    if (more.length > 0) this.set([...this.list, ...more]);
  }

  close(one: OpenConflict): void {
    this.set(this.list.filter((other) => other !== one));
  }

  private set(list: readonly OpenConflict[]): void {
    this.list = list;
    this.changed.send(list);
  }
}
