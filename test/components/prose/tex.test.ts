import { expect, test } from 'vitest';
import { renderTex, type TexSymbol } from '../../../src/components/prose/tex.ts';

const symbols: TexSymbol[] = [
  { id: 'E', tex: '\\mathbf{E}', macro: '\\E', hue: 'proj' },
  { id: 'xpi', tex: '\\mathbf{x}_p^{#1}', macro: '\\xpi', hue: 'patch' },
];

test('a symbol is a span of its hue that names the symbol', () => {
  const html = renderTex('\\xpi{2}\\E', symbols);
  expect(html).toMatch(/class="enclosing sym proj"/);
  expect(html).toMatch(/class="enclosing sym patch"/);
  expect(html).toMatch(/data-symbol="E"/);
});

test('the reading for screen readers is plain MathML', () => {
  const mathml = renderTex('\\E', symbols).match(/<math[\s\S]*?<\/semantics>/)![0];
  expect(mathml).toContain('<mi mathvariant="bold">E</mi>');
});

test('a place is marked for a leader label', () => {
  expect(renderTex('\\at{proj}{\\E}', symbols)).toMatch(/class="enclosing at-proj"/);
});

test.each(['\\frac{1', '\\unknown', '\\href{https://example.org}{x}', 'é'])(
  'wrong or untrusted TeX stops the build: %s',
  (tex) => {
    expect(() => renderTex(tex, symbols)).toThrow();
  },
);
