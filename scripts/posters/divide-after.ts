/** The poster of "Before or after?": random queries and keys of the published size. */
import { afterPoster } from '../../src/components/widgets/divide-after/poster.tsx';
import { defaults, published } from '../../src/components/widgets/divide-after/settings.ts';
import { dividedAfter } from '../../src/lib/engine/computations/divided-after.ts';

export async function divideAfterPoster(): Promise<{ figures: string }> {
  const source = { kind: 'drawn', seed: defaults.seed, ...published } as const;
  return { figures: afterPoster(await dividedAfter(source)) };
}
