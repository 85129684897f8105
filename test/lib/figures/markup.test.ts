import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import {
  attentionMarkup,
  escapeMarkup,
  heatmapMarkup,
  imageMarkup,
  similarityMarkup,
} from '../../../src/lib/figures/markup.ts';

const image = { pixels: [0, 255, 255, 0], side: 2, channels: 1 };

test('a heatmap is one path per colour, runs along a row joined', () => {
  expect(heatmapMarkup([0, 0, 1, 1, 1, 0.5], 2, 3, 'seq', [0, 1], 'A map')).toBe(
    '<svg class="picture" viewBox="0 0 3 2" shape-rendering="crispEdges" role="img" aria-label="A map">' +
      '<path fill="var(--seq-0)" d="m0 0h2v1h-2z"/>' +
      '<path fill="var(--seq-4)" d="m2 1h1v1h-1z"/>' +
      '<path fill="var(--seq-8)" d="m2 0h1v1h-1zm-2 1h2v1h-2z"/></svg>',
  );
});

test('an image is drawn in the page’s ink alone', () => {
  expect(imageMarkup(image)).toBe(
    '<svg class="picture" viewBox="0 0 2 2" shape-rendering="crispEdges" aria-hidden="true">' +
      '<g fill="var(--ink)"><path opacity="1" d="m1 0h1v1h-1zm-1 1h1v1h-1z"/></g></svg>',
  );
});

test('the attention grid has a map for each layer and head, and the image once', () => {
  const attention = new Float32Array(2 * 3 * 25).fill(0.2);
  const { document } = parseHTML(`<body>${attentionMarkup(attention, [2, 3, 5], image)}</body>`);
  const maps = document.querySelector('.maps')!;
  expect(maps.getAttribute('role')).toBe('img');
  expect(maps.getAttribute('aria-label')).toContain('2 blocks by 3 heads');
  expect(maps.querySelectorAll('svg').length).toBe(6);
  expect([...maps.querySelectorAll('span')].map((span) => span.textContent)).toEqual([
    ...['', 'head 1', 'head 2', 'head 3'],
    ...['block 1', 'block 2'],
  ]);
  expect(document.querySelectorAll('defs path').length).toBe(1);
});

test('position maps lie in a grid with a gap, −1 to 1 on the diverging ramp', () => {
  const similarity = Float32Array.from([1, 0, 0, -1, 0, 1, 0, 0, 0, 0, 1, 0, -1, 0, 0, 1]);
  const markup = similarityMarkup(similarity);
  expect(markup).toContain('viewBox="0 0 5 5"');
  expect(markup).toContain(
    '<path fill="var(--div-8)" d="m0 0h1v1h-1zm4 0h1v1h-1zm-4 4h1v1h-1zm4 0h1v1h-1z"/>',
  );
  expect(markup).toContain('<path fill="var(--div-0)" d="m1 1h1v1h-1zm2 2h1v1h-1z"/>');
});

test('text is escaped', () => {
  expect(escapeMarkup('a < "b" & c > d')).toBe('a &#60; &#34;b&#34; &#38; c &#62; d');
});
