type Child = Node | string | null | undefined | false;
type Props = Readonly<Record<string, string | boolean | number | ((event: never) => void) | null | undefined>>;

/** An element with attributes, listeners (`onclick`) and children. Attributes that are false, null or undefined are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as unknown as EventListener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return element;
}

let counter = 0;

/** An id for an element, unique on the page. */
export function elementId(prefix: string): string {
  counter += 1;
  return `${prefix}-${counter}`;
}

/** Grows with its words. Browsers that size fields by themselves are left alone. */
export function autosize(area: HTMLTextAreaElement): () => void {
  if (CSS.supports('field-sizing', 'content')) return () => undefined;
  const fit = (): void => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  };
  area.addEventListener('input', fit);
  return fit;
}
