import { normCube } from '../../../lib/figures/norm-cube.ts';
import { groupOf, groupSize } from '../../../lib/figures/norm-groups.ts';
import { whole } from '../../../lib/figures/words.ts';
import { Markup } from '../../figures/Markup.tsx';

/** The batch of the question. */
export const asked = { B: 4, P: 50, C: 32, image: false };
const place = { sample: 0, position: 24, channel: 9 };

/** The block with one group of BN in it. */
export function CountAnswer({ said }: { said: number }) {
  const group = groupOf('batch', asked, place, 1);
  const count = groupSize(group);
  const { B, P, C } = asked;
  const positions = { name: 'tokens', letter: 'T' };
  return (
    <>
      <p>
        You said {whole(said)}. It is <b data-number="count">{whole(count)}</b>: one channel of all{' '}
        {P} tokens of all {B} pictures. LayerNorm takes {C}, the numbers of one token, however large
        the batch.
      </p>
      <figure>
        <Markup html={normCube({ shape: asked, group, place, positions })} class="norm-cube" />
      </figure>
    </>
  );
}
