import { useEffect } from 'preact/hooks';
import { bookPhotograph } from './reader-choice.ts';
import { ReaderCanvas } from './ReaderCanvas.tsx';
import * as reader from './reader-state.ts';

interface ReaderThumbnailProps {
  ready: boolean;
  /** The picture that is shown. */
  id: string;
  /** Where the book's photograph is, small: it needs no pixels. */
  photograph: string;
}

/** The picture, small. */
export function ReaderThumbnail({ ready, id, photograph }: ReaderThumbnailProps) {
  const image = ready ? reader.image.value : null;
  useEffect(() => {
    if (ready && id !== bookPhotograph) void reader.wantImage();
  }, [ready, id]);
  if (image && image.id === id) return <ReaderCanvas image={image} />;
  if (id === bookPhotograph) return <img src={photograph} alt="" width={96} height={96} />;
  return <span class="picture" />;
}
