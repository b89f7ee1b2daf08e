import type { Saving } from '../saving/saving';
import { wordsOf, type Answer, type Server } from '../server';
import type { Draft, Issue } from '../story';
import type { Standing, StandingStore } from './standing';

/** What became of an act. */
export type Outcome =
  | { readonly kind: 'done'; readonly standing: Standing }
  /** Something in the story stops it: the program asks its own questions, also of what was checked before. */
  | { readonly kind: 'stopped'; readonly issues: readonly Issue[] }
  /** Somebody saved since; their words are in the editor now. */
  | { readonly kind: 'newer'; readonly words: string }
  | { readonly kind: 'failed'; readonly words: string };

/** What readers will find changed. */
export interface Effects {
  /** The story's own page first. */
  readonly pages: readonly { readonly path: string; readonly words: string }[];
  readonly feeds: readonly string[];
  readonly sitemaps: readonly string[];
  /** Which mails to readers follow, in sentences. */
  readonly mails: readonly string[];
}

export type Method = 'post' | 'put' | 'delete';

/** The acts of the newsroom on this story. Each answers with where it stands then, which the store is told. */
export class Acts {
  private asked = 0;
  private shown = 0;

  constructor(private readonly article: string, private readonly server: Server, private readonly saving: Saving, readonly standing: StandingStore) {}

  /** The newest words, as they are saved; acts name them so that nobody approves what they have not seen. */
  get revision(): string | null {
    return this.saving.state.revision;
  }

  /** An act below articles/{id}. */
  act(method: Method, name: string, body: object = {}): Promise<Outcome> {
    return this.send(method, `articles/${this.article}/${name}`, body);
  }

  /** Another minute for what waits. */
  move(timed: string, time: object): Promise<Outcome> {
    return this.send('put', `timed/${timed}`, time);
  }

  /** Asks where the story stands now. Nothing happens when the answer does not come, or comes after a later one. */
  async refresh(): Promise<void> {
    if (this.saving.state.revision === null) return;
    const turn = ++this.asked;
    const answer = await this.server.get<Standing>(`articles/${this.article}/standing`);
    if (answer.ok) this.show(turn, answer.body);
  }

  /** Null when it cannot be said. */
  async effects(): Promise<Effects | null> {
    const answer = await this.server.get<Effects>(`articles/${this.article}/effects`);
    return answer.ok ? answer.body : null;
  }

  private async send(method: Method, path: string, body: object): Promise<Outcome> {
    const answer: Answer<Standing> = await this.server[method]<Standing>(path, body);
    if (answer.ok) {
      this.show(++this.asked, answer.body); // what was asked before this was done may still be on its way
      return { kind: 'done', standing: answer.body };
    }
    if (answer.status === 409) {
      const draft = await this.server.get<Draft>(`articles/${this.article}/draft`);
      if (draft.ok) this.saving.pull(draft.body, draft.body.savedBy ?? 'A colleague');
      await this.refresh();
      return { kind: 'newer', words: wordsOf(answer) };
    }
    const issues = answer.problem['issues'];
    if (answer.status === 422 && Array.isArray(issues)) return { kind: 'stopped', issues: issues as Issue[] };
    if (answer.status === 422) await this.refresh(); // it may stand elsewhere than this window believes
    return { kind: 'failed', words: wordsOf(answer) };
  }

  private show(turn: number, standing: Standing): void {
    if (turn < this.shown) return;
    this.shown = turn;
    this.standing.set(standing);
  }
}
