import { useCallback } from 'preact/hooks';
import { similaritySummary } from '../../../lib/figures/attention.ts';
import { similarityPicture } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { CanvasPicture } from '../../figures/CanvasPicture.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useLab, type LabPartProps, type PosterProps } from './lab-view.ts';

/** How alike the model's positions are: one small map for each. */
export function Positions({ store, poster }: LabPartProps & PosterProps) {
  const similarity = useLab(store, (state) => state.snapshot?.positionSimilarity);
  const { patchSize, imageSize, positionEmbedding } = useLab(
    store,
    ({ built, settings }) => (built ?? settings).model,
  );
  const count = Math.floor(imageSize / patchSize) ** 2;
  return (
    <Panel
      class="narrow-half"
      title={<span class="pos">Positions, {positionEmbedding}.</span>}
      reading={`Small map i: cosine of position i with all ${count}.`}
    >
      {similarity === undefined && poster}
      {similarity === null && (
        <p class="nothing">This model has no positions: there is nothing to compare.</p>
      )}
      {similarity && <SimilarityMaps similarity={similarity} />}
      <p class="scale" aria-hidden="true">
        <span>−1</span>
        <i />
        <span>1</span>
      </p>
    </Panel>
  );
}

function SimilarityMaps({ similarity }: { similarity: Float32Array }) {
  const picture = useCallback(
    (palette: Palette) => similarityPicture(similarity, palette),
    [similarity],
  );
  return <CanvasPicture picture={picture} name={similaritySummary(similarity)} />;
}
