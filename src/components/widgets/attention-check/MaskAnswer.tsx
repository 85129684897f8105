import { useMemo } from 'preact/hooks';
import { headOf } from '../../../lib/figures/attention-head.ts';
import { rowSums } from '../../../lib/figures/row-sums.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { tokenWords } from '../../../lib/figures/token-names.ts';
import { Markup } from '../../figures/Markup.tsx';
import { useForward } from '../../model/shared-forward.ts';
import { useComputation } from '../engine/use-computation.ts';
import { defaultProbe, maskOf } from '../masks/settings.ts';

/** A patch hidden after the softmax, its key turned round when it is asked for. */
export function MaskAnswer({ said }: { said: string }) {
  const [{ result: pass, failure: lost }] = useForward();
  const request = useMemo(() => {
    if (!pass) return null;
    const { tokens, queries, keys, values } = headOf(pass.trace, 0, 0);
    const probe = defaultProbe(tokens);
    const mask = maskOf('patch', tokens, probe);
    return () => ({ tokens, queries, keys, values, probe, mask });
  }, [pass]);
  const [{ result, request: answered, failure }] = useComputation(
    'check-mask',
    'maskedAttention',
    request,
  );
  if (lost || failure) return <p>Not computed: {lost ?? failure}</p>;
  if (!result || !answered) return <p>Computing.</p>;
  const before = result.find(({ masking }) => masking === 'infinityBefore')!;
  const after = result.find(({ masking }) => masking === 'zeroAfter')!;
  return (
    <>
      <p>
        You said: {said.toLowerCase()}. With {tokenWords(answered.probe)} hidden after the softmax
        and its key turned round, outputs move by up to{' '}
        <b data-number="leak-after">{scientific(after.leak!)}</b>: the hidden exponential is still
        part of every row’s divisor. Hidden before the softmax, they move by{' '}
        <b data-number="leak-before">{scientific(before.leak!)}</b>.
      </p>
      <figure>
        <p class="pt">What each row sums to, hidden after the softmax.</p>
        <Markup html={rowSums(after.sums, { width: 400, height: 170 })} />
      </figure>
    </>
  );
}
