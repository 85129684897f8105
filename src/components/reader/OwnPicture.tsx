import { useRef, useState } from 'preact/hooks';
import { Button } from '../controls/Button.tsx';
import { DrawPad } from './DrawPad.tsx';
import { chooseImage, choice, tell } from './reader-state.ts';
import { ownId } from './reader-image.ts';
import { takeClipboard, takeFile } from './take-file.ts';
import { Webcam } from './Webcam.tsx';

/** The ways to a picture of one's own: upload, paste, draw, webcam, and back to the last one. */
export function OwnPicture() {
  const file = useRef<HTMLInputElement>(null);
  const [panel, setPanel] = useState<'draw' | 'webcam' | null>(null);
  const { own, image } = choice.value;

  const upload = () => {
    const [chosen] = file.current!.files ?? [];
    if (chosen) void takeFile(chosen, chosen.name);
    file.current!.value = '';
  };
  const again = () =>
    chooseImage(ownId).then(
      () => tell(`The picture is now: ${own!.name}.`),
      (error: Error) => tell(error.message),
    );
  const toggle = (which: 'draw' | 'webcam') => setPanel(panel === which ? null : which);

  return (
    <section>
      <h3 class="pt">
        <b>Your own.</b> Drop a file anywhere in this window, or:
      </h3>
      <div class="picker-row">
        <Button label="Upload" onPress={() => file.current!.click()} />
        <Button label="Paste" onPress={() => void takeClipboard()} />
        <Opener label="Draw" open={panel === 'draw'} onPress={() => toggle('draw')} />
        <Opener label="Webcam" open={panel === 'webcam'} onPress={() => toggle('webcam')} />
        {own && image !== ownId && <Button label={`Back to ${own.name}`} onPress={again} />}
        <input
          ref={file}
          type="file"
          accept="image/*,.svg"
          hidden
          aria-label="Upload a picture"
          onChange={upload}
        />
      </div>
      {panel === 'draw' && <DrawPad />}
      {panel === 'webcam' && <Webcam close={() => setPanel(null)} />}
    </section>
  );
}

/** A button that opens something under it. */
function Opener({ label, open, onPress }: { label: string; open: boolean; onPress: () => void }) {
  return (
    <button type="button" class="btn" aria-expanded={open} onClick={onPress}>
      {label}
    </button>
  );
}
