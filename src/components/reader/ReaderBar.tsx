/** The slim bar under the running head: the reader's picture, the weights, and the way back to the defaults. */
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField } from '../controls/NumberField.tsx';
import { bundledImage } from './catalogue.ts';
import {
  defaultChoice,
  largestSeed,
  ownPictureOf,
  weightsKinds,
  type WeightsKind,
} from './reader-choice.ts';
import * as reader from './reader-state.ts';
import { ReaderThumbnail } from './ReaderThumbnail.tsx';
import { takeTransfer } from './take-file.ts';
import './reader-bar.css';

interface ReaderBarProps {
  /** Whether the page's widgets ask for weights. */
  weights?: boolean;
  /** Where the book's photograph is, small. */
  thumbnail: string;
}

type Picker = ComponentType<{ onClose: () => void }>;

export default function ReaderBar({ weights = false, thumbnail }: ReaderBarProps) {
  const ready = reader.useStarted();
  const [picker, setPicker] = useState<{ Picker: Picker } | null>(null);
  const image = ready ? reader.imageId.value : ownPictureOf(weights, defaultChoice);
  const name = bundledImage(image)?.name ?? reader.choice.value.own?.name;
  const { Picker } = picker ?? {};

  const open = async () => {
    reader.tell('');
    const { ImagePicker } = await import('./ImagePicker.tsx');
    setPicker({ Picker: ImagePicker });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void takeTransfer(event.dataTransfer, 'dropped');
  };

  return (
    <section
      class="reader-bar"
      aria-label="Your picture and weights"
      data-ready={ready}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <button
        type="button"
        class="reader-picture"
        aria-haspopup="dialog"
        disabled={!ready}
        onClick={open}
      >
        <ReaderThumbnail ready={ready} id={image} photograph={thumbnail} />
        <span class="reader-name">{name}</span> <span class="act">Change picture</span>
      </button>
      {weights && <Weights />}
      <span class="reader-reset">
        {ready && reader.canUndoReset.value && (
          <button type="button" onClick={() => void reader.undoReset()}>
            Undo
          </button>
        )}
        {ready && !reader.isUntouched.value && (
          <button type="button" onClick={() => void reader.resetReader()}>
            Start over
          </button>
        )}
      </span>
      <p role="status">{ready && !Picker && reader.message.value}</p>
      {Picker && <Picker onClose={() => setPicker(null)} />}
    </section>
  );
}

/** Which weights the widgets use. */
function Weights() {
  const { kind, seed } = reader.useReaderWeights();
  const own = reader.useStarted() ? reader.choice.value.ownModel : null;
  return (
    <span class="reader-weights">
      <label>
        weights
        <select
          value={kind}
          onInput={(event) => reader.chooseWeights(event.currentTarget.value as WeightsKind)}
        >
          {weightsKinds.map((one) => (
            <option key={one} value={one} disabled={one === 'mine' && own === null}>
              {one === 'mine' ? `mine: ${own?.name ?? 'none trained yet'}` : one}
            </option>
          ))}
        </select>
      </label>
      {kind === 'random' && (
        <NumberField
          label="seed"
          value={seed}
          min={0}
          max={largestSeed}
          initial="1"
          onInput={(value) => {
            if (value >= 0 && value <= largestSeed && Number.isInteger(value))
              reader.chooseWeights('random', value);
          }}
        />
      )}
    </span>
  );
}
