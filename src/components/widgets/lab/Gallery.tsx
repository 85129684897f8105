import { useCallback } from 'preact/hooks';
import { galleryImage, predictionOf, type Prediction } from '../../../lib/figures/gallery.ts';
import { imagePicture } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import type { LabReady } from '../../../lib/engine/lab-protocol.ts';
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
  return (
    <li>
      <button type="button" aria-pressed={chosen} onClick={choose}>
        <CanvasPicture picture={picture} />
        <span class="answer">
          <span class="vh">Picture {index + 1}, </span>
          <Answer prediction={prediction} />
        </span>
      </button>
    </li>
  );
}

/** "coat .87", or "coat .49" struck with the truth under it; the words between are for the ear. */
function Answer({ prediction }: { prediction: Prediction }) {
  const { answer, probability, truth, right } = prediction;
  if (answer === null) return <span class="truth">{truth}</span>;
  if (right) {
    return (
      <>
        {answer} {probability}
        <span class="vh">, right</span>
      </>
    );
  }
  return (
    <>
      <s>{answer}</s> {probability}
      <span class="vh">, wrong: it is </span>
      <span class="truth">{truth}</span>
    </>
  );
}
