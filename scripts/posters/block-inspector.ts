/** The poster of the block inspector: the garments model on its own picture. */
import { blockInspectorPoster } from '../../src/components/widgets/block-inspector/poster.tsx';
import { bookForward } from './model.ts';

export async function blockInspectorFigures(): Promise<{ figures: string }> {
  const { input, result } = await bookForward();
  return { figures: blockInspectorPoster(input, result) };
}
