import { useCallback } from 'preact/hooks';
import {
  attentionSummary,
  classTokenWeights,
  gridInWords,
} from '../../../lib/figures/attention.ts';
import { attentionPicture, type PixelImage } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import type { LabSnapshot } from '../../../lib/engine/lab-protocol.ts';
import { CanvasPicture } from '../../figures/CanvasPicture.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useLab, watchedImage, type LabPartProps, type PosterProps } from './lab-view.ts';

/** Layer by head: where the class token looks in the chosen image. */
export function AttentionMaps({ store, poster }: LabPartProps & PosterProps) {
  const snapshot = useLab(store, (state) => state.snapshot);
  const model = useLab(store, (state) => state.model);
  const own = useLab(store, (state) => state.own);
  const { depth, numHeads } = useLab(store, ({ built, settings }) => (built ?? settings).model);
  const reading = `${gridInWords([depth, numHeads])}, each on its own scale.`;
  return (
    <Panel class="wide-half" title="What the class token attends to." reading={reading}>
      {snapshot && model ? (
        <Maps snapshot={snapshot} image={watchedImage(model, own, snapshot.watched)} />
      ) : (
        poster
      )}
    </Panel>
  );
}

function Maps({ snapshot, image }: { snapshot: LabSnapshot; image: PixelImage }) {
  const [layers, heads] = snapshot.attentionShape;
  const indices = (length: number) => Array.from({ length }, (_, index) => index);
  return (
    <div
      class="maps"
      style={{ '--heads': heads }}
      role="img"
      aria-label={attentionSummary(snapshot.attention, snapshot.attentionShape)}
    >
      <span />
      {indices(heads).map((head) => (
        <span key={head} class="map-head">
          head {head + 1}
        </span>
      ))}
      {indices(layers).map((layer) => [
        <span key={layer}>block {layer + 1}</span>,
        ...indices(heads).map((head) => (
          <Map key={`${layer}-${head}`} {...{ snapshot, image, layer, head }} />
        )),
      ])}
    </div>
  );
}

interface MapProps {
  snapshot: LabSnapshot;
  image: PixelImage;
  layer: number;
  head: number;
}

function Map({ snapshot, image, layer, head }: MapProps) {
  const picture = useCallback(
    (palette: Palette) => {
      const { attention, attentionShape } = snapshot;
      const weights = classTokenWeights(attention, attentionShape, layer, head);
      return attentionPicture(weights, image, palette);
    },
    [snapshot, image, layer, head],
  );
  return <CanvasPicture picture={picture} />;
}
