import type { Server } from '../server';
import type { Draft } from '../story';
import type { Head } from '../saving/exchange';
import { isUnsaved } from '../saving/machine';
import type { Saving } from '../saving/saving';
import { Signal } from '../saving/signal';

export interface Other {
  readonly name: string;
  readonly initials: string;
  /** The block they are in; null when they are elsewhere in the story. */
  readonly block: string | null;
}

interface Answer {
  readonly others: readonly Other[];
  readonly head: Head | null;
}

/** Gone after three missed ones, as the program sees it. */
const interval = 5_000;

/** Says where the writer is, hears who else is there, and brings in what they saved while nothing here waits to be saved. */
export class PresencePoll {
  readonly others = new Signal<readonly Other[]>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isAsking = false;

  constructor(private readonly article: string, private readonly server: Server, private readonly saving: Saving, private readonly block: () => string | null) {
    document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? void this.ask() : this.leave()));
    window.addEventListener('pagehide', () => this.leave());
  }

  async ask(): Promise<void> {
    clearTimeout(this.timer);
    if (this.isAsking) return;
    this.isAsking = true;
    // Nobody else can be in a story that the site does not have yet.
    if (this.saving.state.revision !== null && this.saving.state.fault?.kind !== 'signedOut') await this.exchange();
    this.isAsking = false;
    if (document.visibilityState === 'visible') this.timer = setTimeout(() => void this.ask(), interval);
  }

  private async exchange(): Promise<void> {
    const answer = await this.server.put<Answer>(`articles/${this.article}/presence`, { tab: this.saving.window, block: this.block() }, { signal: AbortSignal.timeout(interval) });
    if (!answer.ok) return; // saving says what is wrong
    this.others.send(answer.body.others);
    const { head } = answer.body;
    if (head === null || head.revision === this.saving.state.revision || this.isBusy()) return;
    const draft = await this.server.get<Draft>(`articles/${this.article}/draft`, { signal: AbortSignal.timeout(interval) });
    if (draft.ok && !this.isBusy()) this.saving.pull(draft.body, draft.body.savedBy ?? head.savedBy);
  }

  private isBusy(): boolean {
    return isUnsaved(this.saving.state) || this.saving.state.sending !== null;
  }

  private leave(): void {
    clearTimeout(this.timer);
    if (this.saving.state.revision !== null) void this.server.post(`articles/${this.article}/presence/left`, { tab: this.saving.window }, { keepalive: true });
  }
}
