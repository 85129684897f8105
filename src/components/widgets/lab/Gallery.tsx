import { useCallback } from 'preact/hooks';
import { galleryImage, predictionOf, type Prediction } from '../../../lib/figures/gallery.ts';
import { imagePicture } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import type { LabReady } from '../../../lib/engine/protocol.ts';
import { CanvasPicture } from '../../figures/CanvasPicture.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useLab, type LabPartProps, type PosterProps } from './lab-view.ts';

/** Validation images with what the model makes of them; the chosen one's attention is shown. */
export function Gallery({ store, poster }: LabPartProps & PosterProps) {
  const model = useLab(store, (state) => state.model);
  const probabilities = useLab(store, (state) => state.snapshot?.probabilities ?? null);
  const watched = useLab(store, (state) => state.watched);
  return (
    <Panel
      class="full"
      title="Validation pictures."
      reading="Wrong answers are struck; the truth stands under them. Choose one to see its attention above."
    >
      {model ? (
        <ul class="gallery">
          {Array.from({ length: model.gallery.count }, (_, index) => (
            <Item
              key={index}
              model={model}
              index={index}
              prediction={predictionOf(model, probabilities, index)}
              chosen={index === watched}
              choose={() => store.dispatch({ type: 'watch', image: index })}
            />
          ))}
        </ul>
      ) : (
        poster
      )}
    </Panel>
  );
}

interface ItemProps {
  model: LabReady;
  index: number;
  prediction: Prediction;
  chosen: boolean;
  choose: () => void;
}

function Item({ model, index, prediction, chosen, choose }: ItemProps) {
  const picture = useCallback(
    (palette: Palette) => imagePicture(galleryImage(model, index), palette),
    [model, index],
  );
  const { answer, probability, truth, right } = prediction;
  return (
    <li>
      <button type="button" aria-pressed={chosen} aria-label={prediction.words} onClick={choose}>
        <CanvasPicture picture={picture} />
        <span class="answer">
          {answer && (right ? answer : <s>{answer}</s>)} {probability}
          {!right && <span class="truth">{truth}</span>}
        </span>
      </button>
    </li>
  );
}
