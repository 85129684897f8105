import { inkOf } from '../../lib/images/drawing.ts';
import { greyRaster } from '../../lib/images/raster.ts';
import { Button } from '../controls/Button.tsx';
import { drawingSide, pickerDrawing } from './draw-state.ts';
import { DrawingSquare, emptyReason } from './DrawingSquare.tsx';
import { chooseImage, tell } from './reader-state.ts';
import { ownId } from './reader-image.ts';
import { unnamed } from './take-file.ts';

/** The reader draws their picture. */
export function DrawPad() {
  const use = () => {
    const ink = inkOf(pickerDrawing.strokes.value, drawingSide);
    const raster = greyRaster(ink, drawingSide, drawingSide);
    tell('Your drawing is the picture now.');
    void chooseImage({ ...raster, id: ownId, name: unnamed.drawing, kind: 'drawing' });
  };
  return (
    <DrawingSquare drawing={pickerDrawing}>
      <Button label="Use the drawing" primary reason={emptyReason(pickerDrawing)} onPress={use} />
    </DrawingSquare>
  );
}
