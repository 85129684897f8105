/** Three ways to tokens: what a reshape makes of a convolution's output, one right and two wrong. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { imageFloats } from '../../../lib/images/floats.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { useReaderImage } from '../../reader/reader-state.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import { batches, batchOf, defaults, imageSize, inChannels, patchSize } from './settings.ts';

interface TokenReshapesProps {
  /** The address of the sheet of pictures that the poster shows. */
  sheet: string;
  /** The figures, drawn when the site was built. */
  children?: ComponentChildren;
}

export default function TokenReshapes({ sheet, children }: TokenReshapesProps) {
  const [{ batch }, setSettings] = useState(defaults);
  const image = useReaderImage();
  const request = useMemo(
    () =>
      image &&
      (() => ({
        images: batchOf(imageFloats(image, { size: imageSize, channels: inChannels }), batch),
        imageSize,
        inChannels,
        patchSize,
      })),
    [image, batch],
  );
  const [computation, tryAgain] = useComputation('token-reshapes', 'tokenReshapes', request);
  const { result } = computation;
  return (
    <Widget
      name="token-reshapes"
      titleId="reshapes-title"
      title="Three ways to tokens"
      intro={
        <>
          From the convolution’s output to one row for each patch: x is{' '}
          <code data-number="convolved">
            [{(result?.convolved ?? [batch, 768, 14, 14]).join(', ')}]
          </code>
          .
        </>
      }
      state={computation.state}
      backend={computation.backend}
      style={`--sheet:url("${sheet}")`}
    >
      <div class="ctl">
        <span class="f">
          <span>
            batch <i class="dim dim-B">B</i>
          </span>
          <Segmented
            label="Batch"
            value={String(batch)}
            choices={batches.map(String)}
            onInput={(value) => setSettings({ batch: Number(value) })}
          />
          <span>{batch === 1 ? 'picture' : 'pictures, the second mirrored'}</span>
        </span>
        <button class="btn" type="button" onClick={() => setSettings(defaults)}>
          Reset
        </button>
      </div>
      {result ? <Figures result={result} /> : children}
      <EngineStatus
        computation={computation}
        facts={['filters: the identity, so that a token is its own patch']}
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['patchify', 'patch-embedding']} />
      </EngineStatus>
      <NumberTable result={result} />
    </Widget>
  );
}
