import type { Clock } from '../saving/clock';
import type { Saving } from '../saving/saving';
import type { Server } from '../server';
import type { EditorData, Issue } from '../story';
import type { Acts } from './acts';

/** What the dialogs of the desk are given. */
export interface Desk {
  readonly data: EditorData;
  readonly server: Server;
  readonly saving: Saving;
  readonly acts: Acts;
  readonly clock: Clock;
  readonly story: ShownStory;
  readonly may: (permission: string) => boolean;
}

/** The story as the dialogs name it and lead to it. */
export interface ShownStory {
  headline(): string;
  issues(): readonly Issue[];
  blockName(id: string): string | null;
  show(issue: Issue): void;
}
