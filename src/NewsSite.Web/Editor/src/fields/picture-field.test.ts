import { describe, expect, it, vi } from 'vitest';
import type { Server } from '../server';
import { picturePicker } from './picture-field';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const upload = vi.fn();
const item = { file: 'pier.jpg', thumb: '/media/pier.jpg', width: 800, height: 600, credit: 'A. Reader' };

function start(may: boolean): { dom: HTMLElement; change: ReturnType<typeof vi.fn<(file: string | null) => void>> } {
  upload.mockReset();
  const change = vi.fn<(file: string | null) => void>();
  const { dom } = picturePicker({ server: { upload } as unknown as Server, day: () => '2026-05-04', may: () => may }, 'f', change);
  return { dom, change };
}

function bring(dom: HTMLElement): void {
  const file = dom.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(file, 'files', { configurable: true, value: [new File(['x'], 'pier.jpg', { type: 'image/jpeg' })] });
  file.dispatchEvent(new Event('change'));
}

const credit = (dom: HTMLElement): HTMLInputElement | null => dom.querySelector('.upload-credit input');

describe('An upload of a picture', () => {
  it('goes with the credit beside it, which is then empty again', async () => {
    const { dom, change } = start(true);
    upload.mockResolvedValue({ ok: true, status: 201, body: item });
    credit(dom)!.value = ' A. Reader ';

    bring(dom);
    await settle();

    const [path, form] = upload.mock.calls[0] as [string, FormData];
    expect([path, form.get('credit')]).toEqual(['media', 'A. Reader']);
    expect(change).toHaveBeenCalledWith('pier.jpg');
    expect(credit(dom)!.value).toBe('');
  });

  it('that is refused says why and keeps the credit', async () => {
    const { dom, change } = start(true);
    upload.mockResolvedValue({ ok: false, status: 422, problem: { detail: 'The file is cut off.' }, retryAfter: null, aborted: false });
    credit(dom)!.value = 'A. Reader';

    bring(dom);
    await settle();

    expect(dom.querySelector('[role=alert]')!.textContent).toBe('The file is cut off.');
    expect(credit(dom)!.value).toBe('A. Reader');
    expect(change).not.toHaveBeenCalled();
  });

  it('is not offered, nor its credit, to whom may not', () => {
    expect(credit(start(false).dom)).toBeNull();
  });
});
