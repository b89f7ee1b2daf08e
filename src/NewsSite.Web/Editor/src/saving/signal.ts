/** Tells whoever listens. A listener that fails is its own fault and does not stop the others. */
export class Signal<T> {
  private readonly listeners = new Set<(value: T) => void>();

  /** Returns how to stop listening. */
  on(listener: (value: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  send(value: T): void {
    for (const listener of [...this.listeners]) {
      try {
        listener(value);
      } catch (error) {
        console.error(error);
      }
    }
  }
}
