import { useCallback, useMemo, useState } from 'preact/hooks';
import { imagePicture } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import {
  dealDrawings,
  drawingShape,
  drawingsByClass,
  drawingsProblem,
  type Drawing,
  type DrawingCollection,
} from '../../../lib/training/drawings.ts';
import { Button } from '../../controls/Button.tsx';
import { Field } from '../../controls/Field.tsx';
import { CanvasPicture } from '../../figures/CanvasPicture.tsx';
import { createDrawing } from '../../reader/draw-state.ts';
import { DrawingSquare, emptyReason } from '../../reader/DrawingSquare.tsx';
import { drawnPixels, useDrawings, type Drawings } from './use-drawings.ts';
import './own-drawings.css';

interface OwnDrawingsProps {
  /** Gets the drawings when they have been read and after every change, in any tab. */
  onChange?: (collection: DrawingCollection) => void;
}

const none: DrawingCollection = { drawings: [] };

/** The reader draws a data set of their own: drawings with labels, kept on the device. */
export function OwnDrawings({ onChange }: OwnDrawingsProps) {
  const drawings = useDrawings(onChange);
  const [label, setLabel] = useState('');
  const collection = drawings.collection ?? none;
  const classNames = [...drawingsByClass(collection).keys()];
  return (
    <section class="own-drawings" aria-label="Your own drawings">
      <p class="pt">
        <b>Your own drawings.</b> Draw, say what it is, add it; they stay on this device.
      </p>
      <Sheet drawings={drawings} label={label} setLabel={setLabel} classNames={classNames} />
      <p class="own-enough" role="status">
        {drawings.collection ? enough(collection) : ''} {drawings.message}
      </p>
      <Classes drawings={drawings} collection={collection} label={label.trim()} />
    </section>
  );
}

/** What is still needed, or how the drawings will be used. */
function enough(collection: DrawingCollection): string {
  const problem = drawingsProblem(collection);
  if (problem) return problem;
  const { train, validation, test } = dealDrawings(collection);
  const tested = test.count === 0 ? 'none is left for a test' : `${test.count} to test`;
  return `Enough to train with: ${train.count} to train, ${validation.count} to validate, ${tested}.`;
}

interface SheetProps {
  drawings: Drawings;
  label: string;
  setLabel: (label: string) => void;
  classNames: string[];
}

/** The square, the label and the button that adds the one under the other. */
function Sheet({ drawings, label, setLabel, classNames }: SheetProps) {
  const drawing = useMemo(createDrawing, []);
  const unlabelled = label.trim() === '' ? 'The drawing has no label yet.' : null;
  const reason = emptyReason(drawing) ?? unlabelled;
  const add = () =>
    drawings.change(async (store) => {
      await store.add(label, drawnPixels(drawing.strokes.value));
      drawing.clear();
    });
  return (
    <DrawingSquare drawing={drawing}>
      <div class="own-label">
        <Field label="label">
          <input
            class="field"
            name="label"
            aria-label="label"
            autocomplete="off"
            maxLength={40}
            value={label}
            onInput={(event) => setLabel(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && reason === null) void add();
            }}
          />
        </Field>
        {classNames.map((name) => (
          <button
            key={name}
            type="button"
            class="btn"
            aria-pressed={name === label.trim()}
            onClick={() => setLabel(name)}
          >
            {name}
          </button>
        ))}
      </div>
      <Button label="Add drawing" primary reason={reason} onPress={() => void add()} />
    </DrawingSquare>
  );
}

interface ClassesProps {
  drawings: Drawings;
  collection: DrawingCollection;
  /** What a chosen drawing can be relabelled as. */
  label: string;
}

/** Every drawing by its class; one can be chosen, then removed or given the label above. */
function Classes({ drawings, collection, label }: ClassesProps) {
  const [chosenId, choose] = useState<number | null>(null);
  const [sure, setSure] = useState(false);
  const chosen = collection.drawings.find(({ id }) => id === chosenId) ?? null;
  const count = collection.drawings.length;
  if (count === 0) return null;

  const unchosen = chosen ? null : 'No drawing is chosen.';
  const same = label === chosen?.label ? `It is labelled ${label} already.` : null;
  const unnamed = label === '' ? 'There is no label above.' : null;
  return (
    <>
      {[...drawingsByClass(collection)].map(([name, ofClass]) => (
        <div class="own-class" key={name}>
          <p>
            {name} <span class="own-count">{ofClass.length}</span>
          </p>
          <ul>
            {ofClass.map((drawing, index) => (
              <li key={drawing.id}>
                <button
                  type="button"
                  aria-pressed={drawing.id === chosenId}
                  aria-label={`${name}, drawing ${index + 1}`}
                  onClick={() => choose(drawing.id === chosenId ? null : drawing.id)}
                >
                  <Thumbnail drawing={drawing} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div class="own-actions">
        <Button
          label="Remove"
          reason={unchosen}
          onPress={() => void drawings.change((store) => store.remove(chosen!.id))}
        />
        <Button
          label={label ? `Relabel as ${label}` : 'Relabel'}
          reason={unchosen ?? unnamed ?? same}
          onPress={() => void drawings.change((store) => store.relabel(chosen!.id, label))}
        />
        {sure ? (
          <>
            <Button
              label={`Remove all ${count} for good`}
              onPress={() => {
                setSure(false);
                void drawings.change((store) => store.clear());
              }}
            />
            <Button label="Keep them" onPress={() => setSure(false)} />
          </>
        ) : (
          <Button label="Remove all" onPress={() => setSure(true)} />
        )}
      </div>
    </>
  );
}

function Thumbnail({ drawing: { pixels } }: { drawing: Drawing }) {
  const picture = useCallback(
    (palette: Palette) =>
      imagePicture({ pixels, side: drawingShape.imageSize, channels: 1 }, palette),
    [pixels],
  );
  return <CanvasPicture picture={picture} />;
}
