import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { woff2Characters } from '../../scripts/woff2-characters.ts';

const folder = 'src/styles/fonts';
const charactersOf = (name: string) => woff2Characters(readFileSync(`${folder}/${name}.woff2`));
const has = (name: string, text: string) =>
  [...text].filter((sign) => charactersOf(name).has(sign.codePointAt(0)!)).join('');

test('small capitals are the letters a to z', () => {
  expect(has('spectral-sc', 'azAé')).toBe('az');
});

test('the text faces have the signs that the prose needs', () => {
  for (const name of ['spectral', 'spectral-italic'])
    expect(has(name, 'Aé×·…→−²ℝ')).toBe('Aé×·…→−²');
});

test('the maths faces have what the four equations need', () => {
  expect(has('katex-main', 'zℓ′⋯∈=+')).toBe('zℓ′⋯∈=+');
  expect(has('katex-ams', 'R')).toBe('R');
});

test.each(readdirSync(folder).filter((name) => name.endsWith('.woff2')))(
  '%s is no empty font',
  (name) => {
    expect(woff2Characters(readFileSync(`${folder}/${name}`)).size).toBeGreaterThan(1);
  },
);
