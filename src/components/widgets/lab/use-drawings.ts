/** The reader's drawings as a part follows them: what is stored, and what can be done to it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { openDrawingsStore, type DrawingsStore } from '../../../lib/engine/drawings-store.ts';
import { inkOf, type Stroke } from '../../../lib/images/drawing.ts';
import { greyRaster } from '../../../lib/images/raster.ts';
import { resize } from '../../../lib/images/resize.ts';
import { drawingShape, type DrawingCollection } from '../../../lib/training/drawings.ts';
import { drawingSide } from '../../reader/draw-state.ts';

export interface Drawings {
  /** Null until the store is open. */
  collection: DrawingCollection | null;
  /** The last thing worth telling, in a sentence: what went wrong, or that nothing is kept. */
  message: string;
  /** Does something with the store once it is open; what it throws becomes the message. */
  change(act: (store: DrawingsStore) => Promise<unknown>): Promise<void>;
}

/** Opens the store for as long as the component is there; `onChange` gets the drawings at first and after every change. */
export function useDrawings(onChange?: (collection: DrawingCollection) => void): Drawings {
  const [collection, setCollection] = useState<DrawingCollection | null>(null);
  const [message, setMessage] = useState('');
  const opening = useRef<Promise<DrawingsStore>>();
  const told = useRef(onChange);
  told.current = onChange;

  useEffect(() => {
    let gone = false;
    opening.current = openDrawingsStore();
    void opening.current.then(async (store) => {
      const read = async () => {
        const now = await store.list();
        if (gone) return;
        setCollection(now);
        told.current?.(now);
      };
      setMessage(store.notKept ?? '');
      store.watch(() => void read());
      await read();
    });
    return () => {
      gone = true;
      void opening.current?.then((store) => store.close());
    };
  }, []);

  const change = async (act: (store: DrawingsStore) => Promise<unknown>) => {
    const store = await opening.current;
    if (!store) return;
    await act(store).then(
      () => setMessage(store.notKept ?? ''),
      (error: Error) => setMessage(error.message),
    );
  };
  return { collection, message, change };
}

/** The strokes as a picture of the data set: [S, S], 0 to 255. */
export function drawnPixels(strokes: readonly Stroke[]): Uint8Array {
  const drawn = greyRaster(inkOf(strokes, drawingSide), drawingSide, drawingSide);
  const { imageSize } = drawingShape;
  const { pixels } = resize(drawn, imageSize, imageSize);
  return Uint8Array.from({ length: imageSize ** 2 }, (_, at) => pixels[4 * at]);
}
