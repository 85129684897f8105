import { expect, test } from 'vitest';
import {
  defaults,
  seen,
  widthsOf,
} from '../../../../src/components/widgets/two-widths/settings.ts';

test('the widths of ViT-B/16 agree, and those of others do not', () => {
  expect(widthsOf(defaults)).toEqual({ patches: 196, inputs: 768, outputs: 768 });
  expect(seen(defaults)).toContain('16 · 16 · 3 = 768, and D = 768: the two widths are the same');
  const huge = { ...defaults, patchSize: 14, size: 'H' as const };
  expect(widthsOf(huge)).toEqual({ patches: 256, inputs: 588, outputs: 1280 });
  expect(seen(huge)).toContain('E, [588, 1280], leads from the one to the other');
});
