/** Stages on float16 textures, as some phones have them: the fixtures of PyTorch within tolerances of their own. */
import '@tensorflow/tfjs-backend-webgl';
import { env } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { checkParity } from '../../src/lib/parity/check.ts';
import type { ParityFixture } from '../../src/lib/parity/fixture.ts';
import { halfForwardTolerance, halfGradientTolerance } from '../../src/lib/parity/tolerances.ts';

env().set('WEBGL_FORCE_F16_TEXTURES', true); // before the backend starts
await import('./backend.ts');

/**
 * For float32 textures only: the optimisers, whose second moments are squares of gradients and underflow, and masks, whose
 * stand-in for minus infinity is 1e30.
 */
const fixtures = Object.values(
  import.meta.glob<ParityFixture>('../../public/parity/*.json', { eager: true, import: 'default' }),
).filter(({ stage }) => stage !== 'optimiser');

const largest = (errors: Record<string, number>) => Math.max(0, ...Object.values(errors));

test.each(fixtures.map((fixture) => [fixture.stage, fixture] as const))(
  '%s',
  async (_, fixture) => {
    expect(env().getNumber('WEBGL_VERSION')).toBe(2);
    const results = (await checkParity(fixture)).filter(({ variant }) => variant !== 'masked');
    for (const { variant, forward, gradients } of results) {
      expect.soft(largest(forward), `${variant}, forward`).toBeLessThan(halfForwardTolerance);
      expect.soft(largest(gradients), `${variant}, gradient`).toBeLessThan(halfGradientTolerance);
    }
  },
);
