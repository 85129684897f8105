import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { drawQueue } from './draw-queue.ts';
import './figures.css';

export type PlotDrawing<Data> = (data: Data, size: { width: number; height: number }) => Element;

interface PlotFigureProps<Data> {
  /** Fetches the function that draws, when the page needs it first. */
  load: () => Promise<PlotDrawing<Data>>;
  data: Data;
  /** Pixels; the width is that of the column. */
  height?: number;
  /** Stands in its place until the first drawing. */
  poster?: ComponentChildren;
}

/** Mounts a figure that is a plain function, and draws it anew when its data or its width change. */
export function PlotFigure<Data>({ load, data, height = 236, poster }: PlotFigureProps<Data>) {
  const holder = useRef<HTMLDivElement>(null);
  const request = useRef<() => void>(() => undefined);
  const newest = useRef(data);
  const [live, setLive] = useState(false);
  newest.current = data;

  useEffect(() => {
    const element = holder.current!;
    let drawing: PlotDrawing<Data> | null = null;
    const draw = () => {
      const width = element.clientWidth;
      if (!drawing || width === 0) return;
      element.replaceChildren(drawing(newest.current, { width, height }));
      setLive(true);
    };
    request.current = () => drawQueue.request(element, draw);
    const resized = new ResizeObserver(() => request.current());
    resized.observe(element);
    void load().then((loaded) => {
      drawing = loaded;
      request.current();
    });
    return () => {
      resized.disconnect();
      drawQueue.cancel(element);
    };
  }, [load, height]);

  useEffect(() => request.current(), [data]);

  return (
    <div class="plot" style={{ minHeight: `${height}px` }}>
      {!live && poster}
      <div ref={holder} />
    </div>
  );
}
