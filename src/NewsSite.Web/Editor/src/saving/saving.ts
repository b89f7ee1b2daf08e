import { openConflicts } from '../conflicts/choices';
import type { OpenConflicts } from '../conflicts/open-conflicts';
import { mergeContent, sameContent, type Conflict } from '../conflicts/merge';
import type { Server } from '../server';
import type { Content, Draft, Work } from '../story';
import { sendDraft, type Clash, type Saved } from './exchange';
import type { Kept, KeptCopies } from './kept';
import { isKept, isUnsaved, savingStart, step, type Act, type SavingEvent, type SavingState } from './machine';
import { Signal } from './signal';
import { holdTab, newTab } from './tabs';

/** The editor as saving sees it. */
export interface EditedStory {
  content(): Content;
  /** Keeps the selection and what can be undone, and what differs from `since`. */
  replaceContent(content: Content, how: { readonly since: Content }): void;
  onChange(listener: () => void): () => void;
}

/** What every answer of the program tells about the story. */
export type News = Pick<Draft, 'slug' | 'state' | 'live' | 'issues'> & {
  /** Absent where somebody else's words were taken in. */
  readonly work?: Work;
};

export interface Arrival {
  /** Whose, whoever saved first; empty when it was this writer in another window. */
  readonly who: readonly string[];
  readonly before: Content;
  readonly after: Content;
  /** While nothing here was unsaved; otherwise a save merged it. */
  readonly pulled: boolean;
}

/** Carries out what the machine decides: sends, keeps, applies answers. */
export class Saving {
  readonly changed = new Signal<SavingState>();
  readonly news = new Signal<News>();
  /** Somebody else's changes have come into the document. */
  readonly arrived = new Signal<Arrival>();
  state: SavingState;
  /** This window, for as long as it is open. */
  readonly window = newTab();
  /** Under which it saves and keeps: that of the window before, once its copy has been taken up. */
  tab = this.window;
  /** Whether the choices that wait are on this device too. */
  private choicesKept = true;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private applying = false;

  constructor(
    private readonly editor: EditedStory, private readonly article: Draft, private readonly me: string,
    private readonly server: Server, private readonly copies: KeptCopies, readonly conflicts: OpenConflicts,
  ) {
    this.state = savingStart(article.revision, article.savedAt);
    holdTab(this.tab);
    editor.onChange(() => {
      if (!this.applying) this.tell({ type: 'changed' });
    });
    conflicts.changed.on(() => void this.writeCopy().then((kept) => (this.choicesKept = kept || conflicts.list.length === 0)));
  }

  tell(event: SavingEvent): void {
    const { state, acts } = step(this.state, event, Date.now());
    this.state = state;
    for (const act of acts) this.carryOut(act);
    this.changed.send(this.state);
  }

  /** Whether closing the window now would lose words. */
  get wouldLose(): boolean {
    return (isUnsaved(this.state) && !isKept(this.state)) || !this.choicesKept;
  }

  /** Saves at once; true when the site has everything, false when it could not be done. */
  saveNow(): Promise<boolean> {
    if (!isUnsaved(this.state)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const wanted = this.state.typed;
      const stop = this.changed.on((state) => {
        if (state.saved >= wanted) resolve(true);
        else if (state.fault !== null && state.sending === null) resolve(false);
        else return;
        stop();
      });
      this.tell({ type: this.state.fault === null ? 'urged' : 'asked' });
    });
  }

  /** Takes in a newer revision while nothing here is unsaved; otherwise the next save merges. */
  pull(draft: Draft, who: string): void {
    if (isUnsaved(this.state) || draft.revision === null || draft.revision === this.state.revision) return;
    const before = this.editor.content();
    this.apply(draft.content);
    this.tell({ type: 'pulled', revision: draft.revision, savedAt: draft.savedAt ?? new Date().toISOString() });
    this.news.send(draft);
    this.arrived.send({ who: this.others([who]), before, after: draft.content, pulled: true });
  }

  /** Takes up a kept copy: it goes through the same merge as any save. False when what stands here could not be saved first. */
  async resume(copy: Kept): Promise<boolean> {
    if (!(await this.saveNow())) return false;
    const own = this.tab;
    this.tab = copy.tab;
    holdTab(this.tab);
    await this.copies.forget(this.article.id, own);
    if (copy.content !== null) {
      this.apply(copy.content);
      this.tell({ type: 'resumed', revision: copy.base ?? this.state.revision });
    }
    this.conflicts.add(copy.conflicts);
    return true;
  }

  /** Begins this new story with the words of another one that the site never had. */
  async adopt(copy: Kept): Promise<boolean> {
    if (copy.content === null) return false;
    this.apply(copy.content);
    this.tell({ type: 'changed' });
    // Removed only when these words are safe under their new name.
    if (await this.saveNow() || isKept(this.state)) await this.copies.forget(copy.article, copy.tab);
    return true;
  }

  private carryOut(act: Act): void {
    switch (act.type) {
      case 'save':
        return void this.send(act);
      case 'keep':
        return void this.writeCopy().then((kept) => this.tell({ type: kept ? 'kept' : 'notKept' }));
      case 'forget':
        return void this.writeCopy();
      case 'wake':
        clearTimeout(this.timer);
        if (act.at !== null) this.timer = setTimeout(() => this.tell({ type: 'woke' }), Math.max(0, act.at - Date.now()));
    }
  }

  private async send(how: { readonly freshKey: boolean; readonly leaving: boolean }): Promise<void> {
    const content = this.editor.content();
    const outcome = await sendDraft(this.server, this.article.id, { base: this.state.revision, content, reason: null, tab: this.tab }, how);
    if (outcome.kind === 'saved') this.took(content, outcome.saved);
    else if (outcome.kind === 'clash') this.clashed(content, outcome.clash);
    else this.tell({ type: 'failed', fault: outcome.fault });
  }

  private took(sent: Content, saved: Saved): void {
    if (saved.merged !== null) this.takeIn(sent, saved.merged, [], saved.mergedOf, saved.savedAt);
    this.tell({ type: 'saved', revision: saved.revision, savedAt: saved.savedAt });
    this.news.send(saved);
  }

  private clashed(sent: Content, { head, merged, conflicts }: Clash): void {
    this.takeIn(sent, merged, conflicts, [head.savedBy], head.savedAt);
    this.tell({ type: 'conflicted', head: head.revision });
  }

  private takeIn(sent: Content, theirs: Content, known: readonly Conflict[], who: readonly string[], at: string): void {
    const now = this.editor.content();
    const { content, conflicts } = mergeContent(sent, now, theirs);
    const more = conflicts.filter((one) => !known.some((other) => other.kind === one.kind && other.key === one.key));
    this.apply(content);
    this.conflicts.add(openConflicts([...known, ...more], now, this.others(who).at(-1) ?? this.me, at));
    this.arrived.send({ who: this.others(who), before: now, after: content, pulled: false });
  }

  private others(names: readonly string[]): string[] {
    return names.filter((name) => name !== this.me);
  }

  private apply(content: Content): void {
    const since = this.editor.content();
    if (sameContent(content, since)) return;
    this.applying = true;
    try {
      this.editor.replaceContent(content, { since });
    } finally {
      this.applying = false;
    }
  }

  private writeCopy(): Promise<boolean> {
    const content = isUnsaved(this.state) ? this.editor.content() : null;
    if (content === null && this.conflicts.list.length === 0) return this.copies.forget(this.article.id, this.tab);
    return this.copies.keep({ article: this.article.id, tab: this.tab, by: this.me, base: this.state.revision, content, conflicts: this.conflicts.list, at: Date.now() });
  }
}
