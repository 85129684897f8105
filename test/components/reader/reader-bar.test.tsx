import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import ReaderBar from '../../../src/components/reader/ReaderBar.tsx';

const render = (weights: boolean) =>
  parseHTML(`<body>${renderToString(<ReaderBar weights={weights} thumbnail="/cat.webp" />)}</body>`)
    .document;

describe('the bar as it is when the site is built', () => {
  const page = render(true);

  test('names the picture that the figures were drawn from', () => {
    const photograph = render(false);
    expect(photograph.querySelector('.reader-name')!.textContent).toBe('Chelsea the cat');
    expect(photograph.querySelector('img')!.getAttribute('src')).toBe('/cat.webp');
    expect(page.querySelector('.reader-name')!.textContent).toBe('ankle boot');
  });

  test('offers nothing to press before it can answer', () => {
    expect(page.querySelector('.reader-bar')!.getAttribute('data-ready')).toBe('false');
    expect(page.querySelector('.reader-picture')!.hasAttribute('disabled')).toBe(true);
    expect(page.querySelector('.reader-reset')!.textContent).toBe('');
  });

  test('asks for weights only where a chapter uses them', () => {
    const [{ value }] = [page.querySelector('select')!];
    expect(value).toBe('garments');
    expect(render(false).querySelector('select')).toBeNull();
  });
});
