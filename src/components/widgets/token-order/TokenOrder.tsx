/** Does order matter? The same patches in another order, with and without positions. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { Segmented } from '../../controls/Segmented.tsx';
import { imageFloats } from '../../../lib/images/floats.ts';
import { useReaderImage } from '../../reader/reader-state.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import {
  defaults,
  imageSize,
  inChannels,
  patchSize,
  reorderings,
  seed,
  tables,
  type OrderSettings,
  type TableName,
} from './settings.ts';

interface TokenOrderProps {
  /** The address of the photograph that the poster shows. */
  photograph: string;
  /** The figures, drawn when the site was built. */
  children?: ComponentChildren;
}

const reorderingNames = Object.keys(reorderings);

export default function TokenOrder({ photograph, children }: TokenOrderProps) {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<OrderSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const { table, reordering, orderSeed } = settings;
  const image = useReaderImage();
  const request = useMemo(
    () =>
      image &&
      (() => ({
        image: imageFloats(image, {
          size: imageSize,
          channels: inChannels,
        }) as Float32Array<ArrayBuffer>,
        imageSize,
        inChannels,
        patchSize,
        positionEmbeddings: [...tables],
        reordering,
        seed,
        orderSeed,
      })),
    [image, reordering, orderSeed],
  );
  const [computation, tryAgain] = useComputation('token-order', 'tokenOrder', request);
  const { result, request: answered } = computation;
  return (
    <Widget
      name="token-order"
      titleId="order-title"
      title="Does order matter?"
      intro="Move the patches about, with and without positions."
      state={computation.state}
      backend={computation.backend}
      style={`--photograph:url("${photograph}")`}
    >
      <div class="ctl">
        <span class="f">
          <span>positions</span>
          <Segmented
            label="Positions"
            value={table}
            choices={tables}
            onInput={(value) => change({ table: value as TableName })}
          />
        </span>
        <span class="f">
          <span>patches</span>
          <Segmented
            label="Patches"
            value={reorderingNames.find((name) => reorderings[name] === reordering)!}
            choices={reorderingNames}
            onInput={(name) => change({ reordering: reorderings[name]! })}
          />
        </span>
        <button
          class="btn"
          type="button"
          disabled={reordering === 'same'}
          title={reordering === 'same' ? 'the patches stay where they are' : undefined}
          onClick={() => change({ orderSeed: orderSeed + 1 })}
        >
          Shuffle again
        </button>
        <button class="btn" type="button" onClick={() => setSettings(defaults)}>
          Reset
        </button>
      </div>
      {result ? (
        <Figures result={result} image={image} table={table} reordering={answered!.reordering} />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={[`fresh weights, seed ${seed}`, `order ${orderSeed}`]}
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck
          stages={['patch-embedding', 'class-token', 'position-embedding', 'encoder-block']}
        />
      </EngineStatus>
      <NumberTable result={result} table={table} />
    </Widget>
  );
}
