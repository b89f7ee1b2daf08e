import { describe, expect, it } from 'vitest';
import { besideCaret } from './suggest';

describe('The place of the list that opens at the caret', () => {
  it('is below the caret while it fits there', () => {
    expect(besideCaret({ top: 300, bottom: 330 }, 400, 250, 900)).toEqual({ top: 336, most: 400 });
  });

  it('is above when there is more room, and ends below the headline', () => {
    expect(besideCaret({ top: 700, bottom: 730 }, 400, 250, 800)).toEqual({ top: 294, most: 400 });
    expect(besideCaret({ top: 600, bottom: 630 }, 400, 250, 800)).toEqual({ top: 256, most: 338 });
  });

  it('is shorter below rather than over the headline', () => {
    expect(besideCaret({ top: 320, bottom: 350 }, 400, 250, 640)).toEqual({ top: 356, most: 278 });
  });
});
