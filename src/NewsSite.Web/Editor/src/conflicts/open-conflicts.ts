import { Signal } from '../saving/signal';
import type { OpenConflict } from './choices';

/** The choices that wait for the writer. */
export class OpenConflicts {
  /** Just before the list changes, for what has to be measured. */
  readonly changing = new Signal<void>();
  readonly changed = new Signal<readonly OpenConflict[]>();
  list: readonly OpenConflict[] = [];

  add(more: readonly OpenConflict[]): void {
    if (more.length > 0) this.set([...this.list, ...more]);
  }

  close(one: OpenConflict): void {
    this.set(this.list.filter((other) => other !== one));
  }

  private set(list: readonly OpenConflict[]): void {
    this.changing.send();
    this.list = list;
    this.changed.send(list);
  }
}
