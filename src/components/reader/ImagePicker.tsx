/** The window in which the reader chooses their picture: bundled ones, their own, and what it is now. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TargetedMouseEvent } from 'preact';
import { size } from '../../lib/images/admission.ts';
import { Button } from '../controls/Button.tsx';
import { garments, photographs, shapes } from './catalogue.ts';
import { Choices } from './Choices.tsx';
import { OwnPicture } from './OwnPicture.tsx';
import { ReaderCanvas } from './ReaderCanvas.tsx';
import { message, useReaderImage } from './reader-state.ts';
import { takeTransfer } from './take-file.ts';
import { adopt } from '../layout/adopt-sheet.ts';
import rules from './picker.css?inline';

adopt(rules);

/** Opens as a modal window; `onClose` when it has closed, however that came. */
export function ImagePicker({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => dialog.current!.showModal(), []);
  const close = () => dialog.current!.close();
  const closeOutside = (event: TargetedMouseEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget) close();
  };

  return (
    <dialog
      ref={dialog}
      class={over ? 'picker over' : 'picker'}
      aria-labelledby="picker-title"
      onClose={onClose}
      onClick={closeOutside}
      onPaste={(event) => void takeTransfer(event.clipboardData, 'pasted')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void takeTransfer(event.dataTransfer, 'dropped');
      }}
    >
      <div class="picker-body">
        <header>
          <h2 id="picker-title">Your picture</h2>
          <p>The figures show its own numbers. It stays on your device.</p>
          <Button label="Done" onPress={close} />
        </header>
        <Now />
        <div class="picker-ways">
          <OwnPicture />
          <Choices title="Photographs." reading="224 × 224 pixels." images={photographs} />
          <Choices
            title="Garments."
            reading="28 × 28 pixels, grey, from the validation part of Fashion-MNIST."
            images={garments}
          />
          <Choices
            title="Shapes."
            reading="32 × 32 pixels, in colour: where does red lie, seen from blue?"
            images={shapes}
          />
        </div>
      </div>
    </dialog>
  );
}

/** The picture as it is now, and the last thing that happened to it. */
function Now() {
  const image = useReaderImage();
  return (
    <div class="picker-now" data-smooth={image !== null && image.width > 112}>
      {image && <ReaderCanvas image={image} name={`The picture now: ${image.name}`} />}
      <div>
        <p>
          <b>{image?.name ?? 'No picture yet'}</b>
        </p>
        {image && (
          <p>
            {size(image.width, image.height)} pixels
            {image.licence && <>. {image.licence}</>}
          </p>
        )}
        <p class="picker-message" role="status">
          {message.value}
        </p>
      </div>
    </div>
  );
}
