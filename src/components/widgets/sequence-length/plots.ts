/** The calculator's two figures, from its settings. */
import { inWords, withPrefix } from '../../../lib/figures/large-numbers.ts';
import type { LogPlot, Point } from '../../../lib/figures/log-plot.ts';
import { whole } from '../../../lib/figures/words.ts';
import {
  breakEven,
  sequenceCost,
  tokenKinds,
  tokensPer,
  type TokenKind,
} from '../../../lib/model/sequence-cost.ts';
import { widthOf, type LengthRow } from './count.ts';
import {
  largestImage,
  marked,
  markedSides,
  smallestImage,
  type LengthSettings,
} from './settings.ts';

const lineNames: Record<TokenKind, string> = {
  value: 'per value',
  pixel: 'per pixel',
  patch: 'per patch',
};

const powerNames = new Map([
  [1, '1'],
  [1e3, '1,000'],
  [1e6, 'million'],
  [1e9, 'billion'],
  [1e12, 'trillion'],
]);

/** Scores of one matrix against the image side: fourth powers, so straight lines of slope 4. */
export function entriesPlot(settings: LengthSettings, rows: readonly LengthRow[]): LogPlot {
  const extra = settings.classToken ? 1 : 0;
  const sides = [smallestImage, largestImage];
  const lines = tokenKinds.map((kind) => ({
    name: lineNames[kind],
    points: curveOf(sides, (S) => (continuous(kind, { ...settings, imageSize: S }) + extra) ** 2),
  }));
  const patch = rows.find(({ kind }) => kind === 'patch')!;
  const words = rows.map(({ kind, entries }) => `${lineNames[kind]} ${inWords(entries)}`);
  return {
    summary: `Scores of one attention matrix against the image side, both logarithmic. At ${settings.imageSize} pixels: ${words.join(', ')}.`,
    across: {
      domain: [smallestImage, largestImage],
      ticks: markedSides.map((value) => ({ value, text: String(value) })),
      unit: 'pixels a side',
    },
    up: {
      domain: [1, 1e12],
      ticks: [...powerNames].map(([value, text]) => ({ value, text })),
      unit: 'scores',
    },
    lines,
    marks: [
      markedModel(settings, (tokens) => tokens ** 2, marked.imageSize),
      { at: [settings.imageSize, patch.entries], text: '', chosen: true },
    ],
    chosen: settings.imageSize,
  };
}

/** Work of one block against the number of tokens: the dense layers grow with T, attention's products with T². */
export function workPlot(settings: LengthSettings, rows: readonly LengthRow[]): LogPlot {
  const width = widthOf(settings);
  const patch = rows.find(({ kind }) => kind === 'patch')!;
  const [fewest, most] = [4, 1e6];
  const equal = breakEven(width);
  const flops = (part: 'denseFlops' | 'attentionFlops') => (tokens: number) =>
    sequenceCost(tokens, width)[part];
  const line = (name: string, part: 'denseFlops' | 'attentionFlops', dashed = false) => ({
    name,
    dashed,
    points: curveOf([fewest, most], flops(part), 1),
  });
  return {
    summary: `FLOPs of one block of width ${width.embedDim} against its tokens, both logarithmic. Dense layers and attention’s products are equal at ${whole(equal)} tokens. At ${whole(patch.tokens)} tokens: ${withPrefix(patch.denseFlops, 'FLOPs')} and ${withPrefix(patch.attentionFlops, 'FLOPs')}.`,
    across: {
      domain: [fewest, most],
      ticks: [10, 1e3, 1e5].map((value) => ({ value, text: whole(value) })),
      unit: 'tokens',
    },
    up: {
      domain: [1e4, 1e16],
      ticks: [1e6, 1e9, 1e12, 1e15].map((value) => ({
        value,
        text: withPrefix(value, '').replace('.00', ''),
      })),
      unit: 'FLOPs of a block',
    },
    lines: [line('products', 'attentionFlops', true), line('dense', 'denseFlops')],
    marks: [
      { at: [equal, flops('denseFlops')(equal)], text: `equal at ${whole(equal)}` },
      markedModel(settings, flops('attentionFlops')),
      { at: [Math.max(fewest, patch.tokens), patch.attentionFlops], text: '', chosen: true },
    ],
    chosen: Math.max(fewest, patch.tokens),
  };
}

/** ViT-B/16 at 224 pixels, with its number of patches; `x` where it is not the number of tokens. */
function markedModel(settings: LengthSettings, of: (tokens: number) => number, x?: number) {
  const count = tokensPer('patch', { ...settings, ...marked });
  const tokens = count + (settings.classToken ? 1 : 0);
  const at: Point = [x ?? tokens, of(tokens)];
  return { at, text: `${marked.name}: N = ${count}` };
}

/** The number of tokens if patches could be cut anywhere: the line through the sides that fit. */
function continuous(kind: TokenKind, settings: LengthSettings): number {
  const { imageSize, patchSize } = settings;
  return kind === 'patch' ? (imageSize / patchSize) ** 2 : tokensPer(kind, settings);
}

/** Points of a curve that is straight, or nearly, on logarithmic axes. */
function curveOf([from, to]: number[], of: (x: number) => number, pieces = 16): Point[] {
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const x = from! * (to! / from!) ** (i / pieces);
    return [x, of(x)] as const;
  });
}
