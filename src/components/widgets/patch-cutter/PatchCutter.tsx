/** The patch cutter: a photograph becomes a sequence of patches, and each patch a token. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { PatchEmbeddingResult } from '../../../lib/engine/protocol.ts';
import { PatchSide } from '../../controls/PatchSide.tsx';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Arithmetic } from './Arithmetic.tsx';
import { Canvas } from '../../figures/Canvas.tsx';
import { patchAt, type Photograph } from './cut.ts';
import { NumberTables } from './NumberTables.tsx';
import { agreement } from '../../../lib/figures/small-numbers.ts';
import { loadPhotograph } from './load-photograph.ts';
import { isRowByRow, movedTo, rowByRow } from './order.ts';
import { OrderControls } from './OrderControls.tsx';
import { Picture } from './Picture.tsx';
import { Product } from './Product.tsx';
import { magnitude, rowOf, rowPicture, tokenOf, weightPicture } from './product-pictures.ts';
import { Sequence } from './Sequence.tsx';
import { defaults, embedDim, patchSizes, seed, type CutterSettings } from './settings.ts';
import { useCutPhotograph } from './use-cut-photograph.ts';

interface PatchCutterProps {
  /** The book's own, until the reader chooses another. */
  photograph: Photograph;
  /** The product, drawn when the site was built. */
  children?: ComponentChildren;
}

export default function PatchCutter({ photograph: bundled, children }: PatchCutterProps) {
  const photograph = useCutPhotograph(bundled);
  const [settings, setSettings] = useState(defaults);
  const { patchSize, pixel, order } = settings;
  const request = useMemo(
    () => async () => ({
      image: photograph.pixels ?? (await loadPhotograph(photograph)),
      imageSize: photograph.size,
      inChannels: photograph.channels,
      patchSize,
      embedDim,
      seed,
      order: order && Uint32Array.from(order),
    }),
    [photograph, patchSize, order],
  );
  const [computation, tryAgain] = useComputation('patch-cutter', 'patchEmbedding', request);
  const { result, request: answered } = computation;
  const change = useCallback(
    (part: Partial<CutterSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const patch = patchAt(pixel, photograph.size, patchSize);
  const count = (photograph.size / patchSize) ** 2;
  const places = order ?? rowByRow(count);
  const choose = useCallback((to: CutterSettings['pixel']) => change({ pixel: to }), [change]);

  return (
    <Widget
      name="patch-cutter"
      titleId="cutter-title"
      title="Patch cutter"
      intro="Point at a patch, or move with the arrow keys. Drag one along the sequence, or move it with the buttons."
      state={computation.state}
      backend={computation.backend}
    >
      <div class="ctl">
        <PatchSide
          value={patchSize}
          choices={patchSizes}
          onInput={(side) => change({ patchSize: side, order: null })}
        />
        <button class="btn" type="button" onClick={() => setSettings(defaults)}>
          Reset
        </button>
      </div>
      <div class="cutter-panels">
        <figure class="panel">
          <figcaption>
            <b>The image.</b>{' '}
            <span id="cutter-chosen" aria-live="polite">
              Patch {patch + 1} of {count} is chosen.
            </span>
          </figcaption>
          <Picture photograph={photograph} patchSize={patchSize} patch={patch} onChoose={choose} />
        </figure>
        <figure class="panel">
          <figcaption>
            <b>The sequence.</b> <i class="dim dim-N">N</i> = {count}{' '}
            <span class="patch" data-symbol="xp">
              patches
            </span>
            , {isRowByRow(places) ? 'row by row' : 'in your order'}. Where a patch was is lost, but
            for its place in the line.
          </figcaption>
          <Sequence
            photograph={photograph}
            patchSize={patchSize}
            patch={patch}
            order={places}
            onChoose={choose}
            onMove={(one, to) => change({ order: movedTo(places, one, to) })}
          />
          <OrderControls
            order={places}
            patch={patch}
            difference={answered?.order ? result!.orderDifference : null}
            onOrder={(next) => change({ order: next })}
          />
        </figure>
      </div>
      {result ? (
        <Live
          result={{ ...result, patchSize: answered!.patchSize }}
          settings={settings}
          photograph={photograph}
          change={change}
        />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={[
          `fresh weights, seed ${seed}`,
          result && `a strided convolution gives ${agreement(result.convolutionDifference)}`,
        ]}
        stillWorks="the picture can still be cut"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['patchify', 'patch-embedding']} />
      </EngineStatus>
    </Widget>
  );
}

interface LiveProps {
  /** With the patch side that it belongs to. */
  result: PatchEmbeddingResult & { patchSize: number };
  settings: CutterSettings;
  photograph: Photograph;
  change: (part: Partial<CutterSettings>) => void;
}

/** The product and one sum of it, from the engine's last answer. */
function Live({ result, settings, photograph, change }: LiveProps) {
  const { feature, pixel } = settings;
  const { size, channels } = photograph;
  const { patchSize } = result;
  const patch = patchAt(pixel, size, patchSize);
  const count = (size / patchSize) ** 2;
  const row = rowOf(result, patch, count);
  const token = tokenOf(result, patch, count);
  const column = useMemo(
    () => result.weight.filter((_, i) => i % embedDim === feature),
    [result, feature],
  );
  const most = useMemo(() => magnitude(result.weight), [result]);
  const drawRow = useMemo(() => rowPicture.bind(null, row), [result, patch]);
  const drawWeight = useMemo(() => weightPicture.bind(null, result.weight, embedDim), [result]);
  const chooseFeature = (chosen: number) => change({ feature: chosen });
  const places = { patch, patchSize, channels, feature };
  return (
    <>
      <Product
        {...places}
        row={<Canvas picture={drawRow} name={`The ${row.length} numbers of patch ${patch + 1}`} />}
        weight={<Canvas picture={drawWeight} name={`E, ${row.length} by ${embedDim} numbers`} />}
        largest={most}
        token={token}
        onChoose={chooseFeature}
      />
      <Arithmetic
        row={row}
        column={column}
        sum={token[feature]!}
        patch={patch}
        feature={feature}
        features={embedDim}
        onChoose={chooseFeature}
      />
      <NumberTables {...places} row={row} column={column} token={token} />
    </>
  );
}
