import { wordsOf, type Answer, type Server } from '../server';
import { Signal } from '../saving/signal';
import type { Anchor, Note } from './note';

/** The notes of a story, as the site has them. Every act answers null when it worked, and otherwise what to tell the writer. */
export class NoteStore {
  readonly changed = new Signal<readonly Note[]>();
  list: readonly Note[] = [];
  private before = '[]';

  constructor(private readonly article: string, private readonly server: Server) {}

  async load(): Promise<string | null> {
    const answer = await this.server.get<{ readonly items: readonly Note[] }>(this.path());
    if (!answer.ok) return wordsOf(answer);
    const now = JSON.stringify(answer.body.items);
    if (now !== this.before) {
      this.before = now;
      this.list = answer.body.items;
      this.changed.send(this.list);
    }
    return null;
  }

  add = (anchor: Anchor, text: string): Promise<string | null> => this.done(this.server.post(this.path(), { ...anchor, text }));
  reply = (note: string, text: string): Promise<string | null> => this.done(this.server.post(this.path(`${note}/replies`), { text }));
  resolve = (note: string): Promise<string | null> => this.done(this.server.put(this.path(`${note}/resolution`), {}));
  reopen = (note: string): Promise<string | null> => this.done(this.server.delete(this.path(`${note}/resolution`)));
  remove = (note: string): Promise<string | null> => this.done(this.server.delete(this.path(note)));

  /** Where passages are now, after a save. */
  async move(anchors: readonly (Anchor & { readonly id: string })[]): Promise<void> {
    if (anchors.length === 0) return;
    const answer = await this.server.put(this.path('anchors'), anchors);
    if (!answer.ok) return; // told again after the next save
    this.list = this.list.map((note) => ({ ...note, ...anchors.find((anchor) => anchor.id === note.id) }));
    this.before = JSON.stringify(this.list);
  }

  private async done(answering: Promise<Answer<unknown>>): Promise<string | null> {
    const answer = await answering;
    return answer.ok ? await this.load() : wordsOf(answer);
  }

  private path(rest = ''): string {
    return `articles/${this.article}/notes${rest === '' ? '' : `/${rest}`}`;
  }
}
