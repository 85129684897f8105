/** The patch cutter: a photograph becomes a sequence of patches, and each patch a token. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { Segmented } from '../../controls/Segmented.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { Arithmetic } from './Arithmetic.tsx';
import { Canvas } from '../../figures/Canvas.tsx';
import { patchAt, type Photograph } from './cut.ts';
import { NumberTables } from './NumberTables.tsx';
import { agreement } from '../../../lib/figures/small-numbers.ts';
import { Picture } from './Picture.tsx';
import { Product } from './Product.tsx';
import { magnitude, rowOf, rowPicture, tokenOf, weightPicture } from './product-pictures.ts';
import { Sequence } from './Sequence.tsx';
import { defaults, embedDim, patchSizes, seed, type CutterSettings } from './settings.ts';
import { useCutPhotograph } from './use-cut-photograph.ts';
import { usePatchEmbedding, type Embedding } from './use-patch-embedding.ts';

interface PatchCutterProps {
  /** The book's own, until the reader chooses another. */
  photograph: Photograph;
  /** The product, drawn when the site was built. */
  children?: ComponentChildren;
}

export default function PatchCutter({ photograph: bundled, children }: PatchCutterProps) {
  const photograph = useCutPhotograph(bundled);
  const [settings, setSettings] = useState(defaults);
  const [embedding, tryAgain] = usePatchEmbedding(photograph, settings.patchSize);
  const change = useCallback(
    (part: Partial<CutterSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const { patchSize, pixel } = settings;
  const patch = patchAt(pixel, photograph.size, patchSize);
  const count = (photograph.size / patchSize) ** 2;
  const choose = useCallback((to: CutterSettings['pixel']) => change({ pixel: to }), [change]);

  return (
    <section
      class="widget"
      data-widget="patch-cutter"
      data-state={embedding.state}
      data-backend={embedding.backend}
      aria-labelledby="cutter-title"
    >
      <header>
        <h3 id="cutter-title">Patch cutter</h3>
        <p>Point at a patch, or move with the arrow keys. Choose how large a patch is.</p>
      </header>
      <div class="ctl">
        <span class="f">
          <span>
            patch side <i>P</i>
          </span>
          <Segmented
            label="Patch side, pixels"
            value={String(patchSize)}
            choices={patchSizes.map(String)}
            onInput={(value) => change({ patchSize: Number(value) })}
          />
          <span>pixels</span>
        </span>
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
            , row by row. Where a patch was is lost, but for its place in the line.
          </figcaption>
          <Sequence photograph={photograph} patchSize={patchSize} patch={patch} onChoose={choose} />
        </figure>
      </div>
      {embedding.result ? (
        <Live
          result={embedding.result}
          settings={settings}
          photograph={photograph}
          change={change}
        />
      ) : (
        children
      )}
      <Status embedding={embedding} tryAgain={tryAgain} />
    </section>
  );
}

interface LiveProps {
  result: NonNullable<Embedding['result']>;
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

function Status({ embedding, tryAgain }: { embedding: Embedding; tryAgain: () => void }) {
  const { state, backend, result, failure, announcement } = embedding;
  if (state === 'failed')
    return (
      <StatusLine failed facts={[`not computed: ${failure}`, 'the picture can still be cut']}>
        <button type="button" onClick={tryAgain}>
          Try again
        </button>
      </StatusLine>
    );
  if (!result)
    return (
      <StatusLine
        facts={[
          'drawn when the site was built',
          state === 'loading' ? 'starting the engine' : null,
        ]}
      />
    );
  const facts = [
    state === 'busy' ? 'computing' : 'computed here',
    backend,
    `${result.milliseconds.toFixed(1)} ms`,
    `fresh weights, seed ${seed}`,
    `a strided convolution gives ${agreement(result.convolutionDifference)}`,
    announcement,
  ];
  return <StatusLine facts={facts} />;
}
