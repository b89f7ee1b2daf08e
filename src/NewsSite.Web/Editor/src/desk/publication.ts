import { wordsOf, type Server } from '../server';
import type { Saving } from '../saving/saving';
import type { Draft, Issue, State } from '../story';
import type { Standing, StandingStore } from './standing';

export type Published =
  | { readonly kind: 'live'; readonly address: string }
  /** Something stops it: publication asks its own questions, also of what was checked before. */
  | { readonly kind: 'stopped'; readonly issues: readonly Issue[] }
  /** Somebody saved since; their words are in the editor now. */
  | { readonly kind: 'newer'; readonly words: string }
  | { readonly kind: 'failed'; readonly words: string };

interface LiveAnswer {
  readonly state: State;
  readonly address: string | null;
}

/** Live now, or back to draft. */
export class Publication {
  constructor(private readonly article: string, private readonly server: Server, private readonly saving: Saving, readonly standing: StandingStore) {}

  async publish(): Promise<Published> {
    const { revision } = this.saving.state;
    const answer = await this.server.put<LiveAnswer>(this.path(), { revision });
    if (answer.ok) {
      this.standing.set({ state: answer.body.state, live: revision, address: answer.body.address });
      return { kind: 'live', address: answer.body.address ?? pathOf(this.standing.now) };
    }
    if (answer.status === 409) {
      const draft = await this.server.get<Draft>(`articles/${this.article}/draft`);
      if (draft.ok) this.saving.pull(draft.body, draft.body.savedBy ?? 'A colleague');
      return { kind: 'newer', words: wordsOf(answer) };
    }
    const issues = answer.problem['issues'];
    if (answer.status === 422 && Array.isArray(issues)) return { kind: 'stopped', issues: issues as Issue[] };
    return { kind: 'failed', words: wordsOf(answer) };
  }

  /** Null when it worked, and otherwise what to tell the writer. */
  async backToDraft(reason: string | null): Promise<string | null> {
    const answer = await this.server.delete<LiveAnswer>(this.path(), { reason });
    if (!answer.ok) return wordsOf(answer);
    this.standing.set({ state: answer.body.state, live: null, address: answer.body.address });
    return null;
  }

  private path(): string {
    return `articles/${this.article}/live`;
  }
}

/** The page of a story, as it will be. */
export const pathOf = ({ slug, address }: Standing): string => address ?? `/news/${slug ?? ''}`;
