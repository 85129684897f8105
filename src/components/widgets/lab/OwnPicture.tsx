import { useEffect, useMemo } from 'preact/hooks';
import { barsFigure, barsHeight } from '../../../lib/figures/bars.ts';
import type { LabReady } from '../../../lib/engine/lab-protocol.ts';
import { inkOf } from '../../../lib/images/drawing.ts';
import { imageFloats } from '../../../lib/images/floats.ts';
import { greyRaster } from '../../../lib/images/raster.ts';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { createDrawing, drawingSide, type DrawingState } from '../../reader/draw-state.ts';
import { DrawingSquare } from '../../reader/DrawingSquare.tsx';
import { useLab, type LabPartProps } from './lab-view.ts';
import type { LabStore } from './lab-store.ts';

/** Answers that are listed, the most probable first. */
const listed = 3;

/** Draw something: the model answers at once, and again at every snapshot while it learns. */
export function OwnPicture({ store }: LabPartProps) {
  const model = useLab(store, (state) => state.model);
  const drawing = useMemo(createDrawing, []);
  useDrawing(store, model, drawing);
  return (
    <Panel
      class="half"
      title="Your drawing."
      reading="Classified again whenever the model is looked at; its attention is shown above."
    >
      <div class="own-picture">
        <DrawingSquare drawing={drawing} />
        <Answers store={store} />
      </div>
    </Panel>
  );
}

/** The drawing in the model's size, whenever it or the model changes. */
function useDrawing(store: LabStore, model: LabReady | null, drawing: DrawingState): void {
  const strokes = drawing.strokes.value;
  const size = model?.imageSize;
  const channels = model?.inChannels as 1 | 3 | undefined;
  useEffect(() => {
    if (size === undefined || channels === undefined) return;
    const has = store.state.value.own !== null;
    if (strokes.length === 0) {
      if (has) store.dispatch({ type: 'own', pixels: null });
      return;
    }
    const raster = greyRaster(inkOf(strokes, drawingSide), drawingSide, drawingSide);
    const floats = imageFloats(raster, { size, channels });
    const pixels = Uint8Array.from(floats, (value) => Math.round(255 * value));
    store.dispatch({ type: 'own', pixels });
  }, [strokes, size, channels]);
}

function Answers({ store }: LabPartProps) {
  const [holder, width] = useWidth<HTMLDivElement>(230);
  const model = useLab(store, (state) => state.model);
  const own = useLab(store, (state) => state.own);
  const snapshot = useLab(store, (state) => state.snapshot);
  const answers = model && own && snapshot ? ownAnswers(model, snapshot.probabilities) : null;
  const bars = answers
    ?.slice(0, listed)
    .map((answer, index) => ({ ...answer, chosen: index === 0 }));
  const name = `Your drawing at step ${snapshot?.step ?? 0}`;
  const text = (value: number) => value.toFixed(2);
  return (
    <div
      ref={holder}
      class="own-answers"
      data-step={answers ? snapshot!.step : undefined}
      style={`min-height:${barsHeight(listed)}px`}
    >
      {bars ? (
        <Markup
          html={barsFigure({ name, bars, range: [0, 1], text, names: 84 }, Math.min(width, 300))}
        />
      ) : (
        <p class="nothing">Draw a garment, and see what the model takes it for.</p>
      )}
      {bars && (
        <p class="nothing">
          A drawing is no photograph: it lies outside what this model is trained on.
        </p>
      )}
    </div>
  );
}

/** Classes by probability; the drawing’s row is the one after the gallery’s, and null while it has none. */
function ownAnswers({ classNames, gallery }: LabReady, probabilities: Float32Array) {
  const classes = classNames.length;
  const row = probabilities.subarray(gallery.count * classes, (gallery.count + 1) * classes);
  if (row.length < classes) return null;
  return classNames
    .map((name, index) => ({ name, value: row[index]! }))
    .sort((a, b) => b.value - a.value);
}
