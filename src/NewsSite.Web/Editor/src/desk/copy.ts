import { announce } from '../announce';
import { h } from '../dom';

/** A button that copies an address and says so. */
export function copyButton(address: string, label: string): HTMLElement {
  const button = h('button', { type: 'button', class: 'button small', onclick: () => void copy() }, label);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      button.textContent = 'Copied';
      announce('Copied');
    } catch {
      // Browsers copy only over https or on this machine: then it is there to be copied by hand.
      const field = h('input', { type: 'text', readonly: true, value: address, 'aria-label': label, class: 'copy-field' });
      button.replaceWith(field);
      field.focus();
      field.select();
    }
  }
  return button;
}
