import type { StoryFields } from './story';

/** Headline, standfirst and the story's details. Controls read from here and write here; who listens learns of every change. */
export class StoryFieldsStore {
  private listeners: ((changed: ReadonlySet<keyof StoryFields>) => void)[] = [];

  constructor(public values: StoryFields) {}

  set<K extends keyof StoryFields>(name: K, value: StoryFields[K]): void {
    if (JSON.stringify(this.values[name]) === JSON.stringify(value)) return;
    this.values = { ...this.values, [name]: value };
    this.tell(new Set([name]));
  }

  /** Takes over what somebody else saved; with `since`, what the writer has changed after that stays. */
  replace(next: StoryFields, since: StoryFields | null): void {
    const changed = new Set<keyof StoryFields>();
    const values: Record<string, unknown> = { ...this.values };
    for (const name of Object.keys(this.values) as (keyof StoryFields)[]) {
      const touched = since !== null && JSON.stringify(since[name]) !== JSON.stringify(this.values[name]);
      if (touched || JSON.stringify(next[name]) === JSON.stringify(this.values[name])) continue;
      values[name] = next[name];
      changed.add(name);
    }
    if (changed.size === 0) return;
    this.values = values as unknown as StoryFields;
    this.tell(changed);
  }

  listen(listener: (changed: ReadonlySet<keyof StoryFields>) => void): void {
    this.listeners.push(listener);
  }

  private tell(changed: ReadonlySet<keyof StoryFields>): void {
    for (const listener of this.listeners) listener(changed);
  }
}

export function fieldsOf({ kind, headline, standfirst, socialHeadline, socialDescription, bylines, topics, sources, leadImage, comments }: StoryFields): StoryFields {
  return { kind, headline, standfirst, socialHeadline, socialDescription, bylines, topics, sources, leadImage, comments };
}
