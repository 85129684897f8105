import { useSignal } from '@preact/signals';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { addStroke, inkOf, type Point } from '../../lib/images/drawing.ts';
import { pictureOf } from '../../lib/figures/pictures.ts';
import { mix, type Palette } from '../../lib/figures/ramps.ts';
import { greyRaster } from '../../lib/images/raster.ts';
import { Button } from '../controls/Button.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { CanvasPicture } from '../figures/CanvasPicture.tsx';
import * as draw from './draw-state.ts';
import { chooseImage, tell } from './reader-state.ts';
import { ownId } from './reader-image.ts';
import { unnamed } from './take-file.ts';

const side = draw.drawingSide;
const grid = 28;
/** Cells that an arrow key moves the pen; with Shift, one. */
const keyStep = side / grid;
const arrows: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** A small square to draw on, by pointer or with the arrow keys. */
export function DrawPad() {
  const [tool, setTool] = useState<'pen' | 'rubber'>('pen');
  const [tip, setTip] = useState<draw.Tip>('medium');
  const strokes = draw.strokes.value;
  const empty = strokes.length === 0 ? 'Nothing is drawn yet.' : null;

  const use = () => {
    const raster = greyRaster(inkOf(strokes, side), side, side);
    tell('Your drawing is the picture now.');
    void chooseImage({ ...raster, id: ownId, name: unnamed.drawing, kind: 'drawing' });
  };

  return (
    <div class="picker-panel">
      <Pad tool={tool} tip={tip} />
      <div class="picker-row">
        <Segmented
          label="tool"
          value={tool}
          choices={['pen', 'rubber']}
          onInput={(value) => setTool(value as typeof tool)}
        />
        <Segmented
          label="tip"
          value={tip}
          choices={Object.keys(draw.tips)}
          onInput={(value) => setTip(value as draw.Tip)}
        />
        <Button label="Undo" reason={empty} onPress={draw.undoStroke} />
        <Button label="Clear" reason={empty} onPress={draw.clearStrokes} />
        <Button label="Use the drawing" primary reason={empty} onPress={use} />
      </div>
    </div>
  );
}

/** The square itself: one focus stop, a red ring where the keyboard's pen is. */
export function Pad({ tool, tip }: { tool: 'pen' | 'rubber'; tip: draw.Tip }) {
  const at = useSignal<Point>({ x: side / 2, y: side / 2 });
  const down = useSignal(false);
  const drawing = useRef(false);
  const strokes = draw.strokes.value;
  const finished = useMemo(() => inkOf(strokes.slice(0, -1), side), [strokes.length]);
  const picture = useCallback(
    ({ paper, ink }: Palette) => {
      const cells = finished.slice();
      for (const stroke of strokes.slice(-1)) addStroke(cells, side, stroke);
      return pictureOf(side, side, (x, y) => mix(paper, ink, cells[y * side + x]! / 255));
    },
    [strokes],
  );

  const press = (event: TargetedPointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    down.value = false;
    draw.beginStroke(tool, tip, pointOf(event, event.currentTarget));
  };
  const move = (event: TargetedPointerEvent<HTMLDivElement>) => {
    if (!drawing.current) return;
    const events = event.getCoalescedEvents?.() ?? [];
    const target = event.currentTarget;
    draw.extendStroke(...(events.length ? events : [event]).map((one) => pointOf(one, target)));
  };
  const release = () => (drawing.current = false);

  const key = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const arrow = arrows[event.key];
    if (event.key === ' ') {
      down.value = !down.value;
      if (down.value) draw.beginStroke(tool, tip, at.value);
    } else if (arrow) {
      const step = event.shiftKey ? 1 : keyStep;
      at.value = { x: within(at.value.x + arrow.x * step), y: within(at.value.y + arrow.y * step) };
      if (down.value) draw.extendStroke(at.value);
    } else return;
    event.preventDefault();
  };

  const place = [at.value.x, at.value.y].map((value) => Math.round(value / keyStep));
  return (
    <div>
      <div
        class="pad"
        tabIndex={0}
        role="application"
        aria-label="Drawing square. Arrow keys move the pen, Space puts it down and lifts it."
        aria-describedby="pad-pen"
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={key}
        onBlur={() => (down.value = false)}
      >
        <CanvasPicture picture={picture} />
        <i
          class={down.value ? 'pad-pen down' : 'pad-pen'}
          style={{ left: `${(at.value.x / side) * 100}%`, top: `${(at.value.y / side) * 100}%` }}
        />
      </div>
      <p class="pad-where" id="pad-pen" aria-live="polite">
        {tool} {down.value ? 'down' : 'up'}, column {place[0]} of {grid}, row {place[1]}
      </p>
    </div>
  );
}

function within(value: number): number {
  return Math.min(side, Math.max(0, value));
}

function pointOf(event: { clientX: number; clientY: number }, target: Element): Point {
  const box = target.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * side,
    y: ((event.clientY - box.top) / box.height) * side,
  };
}
