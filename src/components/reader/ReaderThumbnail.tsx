import { useEffect } from 'preact/hooks';
import { ReaderCanvas } from './ReaderCanvas.tsx';
import * as reader from './reader-state.ts';

/** The picture, small; the default's file until there are pixels to draw. */
export function ReaderThumbnail({ ready, fallback }: { ready: boolean; fallback: string }) {
  const id = ready ? reader.choice.value.image : 'chelsea';
  const image = ready ? reader.image.value : null;
  useEffect(() => {
    if (id !== 'chelsea') void reader.wantImage();
  }, [id]);
  if (image && image.id === id) return <ReaderCanvas image={image} />;
  if (id === 'chelsea') return <img src={fallback} alt="" width={96} height={96} />;
  return <span class="picture" />;
}
