import { useCallback } from 'preact/hooks';
import { imagePicture } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import type { LabEvaluation, LabPictures, LabReady } from '../../../lib/engine/lab-protocol.ts';
import { CanvasPicture } from '../../figures/CanvasPicture.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { pictureAt, useLab, type LabPartProps } from './lab-view.ts';

/** The wrong answers of the newest evaluation that cost the most. */
export function Mistakes({ store }: LabPartProps) {
  const evaluation = useLab(store, (state) => state.evaluation);
  const model = useLab(store, (state) => state.model);
  return (
    <Panel
      class="full"
      title="Worst mistakes."
      reading="The validation pictures with the highest losses: the answer struck, the truth under it, the loss in nats."
    >
      {evaluation && model ? (
        <List evaluation={evaluation} model={model} />
      ) : (
        <p class="nothing">Found at the first evaluation.</p>
      )}
    </Panel>
  );
}

function List({ evaluation, model }: { evaluation: LabEvaluation; model: LabReady }) {
  const { mistakes, pictures } = evaluation;
  if (mistakes.length === 0) return <p class="nothing">Every answer is right.</p>;
  return (
    <ul class="gallery mistakes">
      {mistakes.map(({ label, answer, probability, loss }, index) => (
        <li key={index}>
          <Thumbnail pictures={pictures} index={index} model={model} />
          <span class="answer">
            <span class="vh">Picture {index + 1}, answered </span>
            <s>{model.classNames[answer]}</s> {probability.toFixed(2).replace(/^0/, '')}
            <span class="truth">
              <span class="vh">, in truth </span>
              {model.classNames[label]}
            </span>
            <span class="vh">, loss </span>
            {loss.toFixed(1)}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface ThumbnailProps {
  pictures: LabPictures;
  index: number;
  model: Pick<LabReady, 'imageSize' | 'inChannels'>;
}

export function Thumbnail({ pictures, index, model }: ThumbnailProps) {
  const picture = useCallback(
    (palette: Palette) => imagePicture(pictureAt(pictures, index, model), palette),
    [pictures, index, model],
  );
  return <CanvasPicture picture={picture} />;
}
