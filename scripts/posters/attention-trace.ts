/** What attention returns for the book's garment, in one head of the garments checkpoint. */
import { tracePoster } from '../../src/components/widgets/attention-trace/poster.tsx';
import { bookForward } from './model.ts';

export async function attentionTracePoster(): Promise<{ figures: string }> {
  return { figures: tracePoster((await bookForward()).result.trace) };
}
