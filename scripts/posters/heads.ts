/** The poster of "Heads side by side": the book's garment through the bundled weights. */
import { headsPoster } from '../../src/components/widgets/heads/poster.tsx';
import { bookForward } from './model.ts';

export async function headsPosters(): Promise<{ figures: string }> {
  const { input, result } = await bookForward();
  return { figures: headsPoster(result, input) };
}
