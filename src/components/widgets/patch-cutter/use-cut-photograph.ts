/** The picture to cut: the book's photograph, or the one that the reader chose instead. */
import { useEffect, useState } from 'preact/hooks';
import { paint } from '../../../lib/figures/pictures.ts';
import { floatsOf, squared } from '../../../lib/images/floats.ts';
import { watchPalette } from '../../figures/palette.ts';
import { bookPhotograph } from '../../reader/reader-choice.ts';
import { readerPicture, type ReaderImage } from '../../reader/reader-image.ts';
import { useReaderImage } from '../../reader/reader-state.ts';
import type { Photograph } from './cut.ts';

export function useCutPhotograph(bundled: Photograph): Photograph {
  const image = useReaderImage(bookPhotograph);
  const palette = watchPalette().value;
  const [photograph, setPhotograph] = useState(bundled);

  useEffect(() => {
    if (!image || !palette || image.id === bookPhotograph) {
      setPhotograph(bundled);
      return;
    }
    let current = true;
    const square: ReaderImage = { ...image, ...squared(image, bundled.size) };
    const pixels = floatsOf(square, bundled.channels);
    const canvas = document.createElement('canvas');
    paint(canvas, readerPicture(square, palette));
    canvas.toBlob((blob) => {
      if (!current || !blob) return;
      const src = URL.createObjectURL(blob);
      setPhotograph({ ...bundled, src, alt: image.name, pixels });
    });
    return () => {
      current = false;
    };
  }, [image, palette, bundled.src]);

  // An address is let go of when another stands in its place: until then new elements may ask for it.
  const { src } = photograph;
  useEffect(() => () => void (src.startsWith('blob:') && URL.revokeObjectURL(src)), [src]);

  return photograph;
}
