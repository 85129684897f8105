import { useState } from 'preact/hooks';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { checkDevice, largestError, unchecked } from '../parity/device-check.ts';

/** A press runs the PyTorch fixtures of the stages behind a figure on the reader's own device. */
export function DeviceCheck({ stages }: { stages: readonly string[] }) {
  const [check, setCheck] = useState(unchecked);
  const { state, failure, errors } = check;
  if (state === 'ready')
    return (
      <span class="checked" role="status">
        largest error against PyTorch, on this device: {scientific(largestError(errors))}
      </span>
    );
  if (state === 'loading' || state === 'busy')
    return (
      <span class="checked" role="status">
        checking against PyTorch
      </span>
    );
  return (
    <button type="button" onClick={() => void checkDevice(stages, setCheck)}>
      {state === 'failed' ? `The check stopped: ${failure}. Try again` : 'Check on this device'}
    </button>
  );
}
