import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OwnDrawings } from '../../src/components/widgets/lab/OwnDrawings.tsx';
import { openDrawingsStore, type DrawingsStore } from '../../src/lib/engine/drawings-store.ts';
import type { DrawingCollection } from '../../src/lib/training/drawings.ts';

let host: HTMLElement;
/** Another page on the same device. */
let elsewhere: DrawingsStore;
let told: DrawingCollection[];

beforeEach(async () => {
  elsewhere = await openDrawingsStore();
  await elsewhere.clear();
  told = [];
  host = document.body.appendChild(document.createElement('div'));
  await act(() => render(<OwnDrawings onChange={(collection) => told.push(collection)} />, host));
  await expect.poll(() => status()).toMatch(/there are 0/);
});
afterEach(async () => {
  render(null, host);
  host.remove();
  await elsewhere.clear();
  elsewhere.close();
});

const status = () => host.querySelector('[role=status]')!.textContent!.trim();
const button = (name: string) =>
  [...host.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  )!;
const press = (name: string) => act(() => button(name).click());
const labels = () => told.at(-1)!.drawings.map(({ label }) => label);
const key = (selector: string, ...keys: string[]) =>
  act(() => {
    for (const one of keys)
      host
        .querySelector(selector)!
        .dispatchEvent(new KeyboardEvent('keydown', { key: one, bubbles: true }));
  });
const write = (label: string) =>
  act(() => {
    const field = host.querySelector('input')!;
    field.value = label;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

test('a drawing by keyboard is added under its label, and the square is empty again', async () => {
  const add = () => button('Add drawing');
  expect([add().disabled, add().title]).toEqual([true, 'Nothing is drawn yet.']);
  await key('.pad', ' ', 'ArrowRight', 'ArrowRight');
  expect([add().disabled, add().title]).toEqual([true, 'The drawing has no label yet.']);
  await write('cat');
  await key('input', 'Enter');
  await expect.poll(labels).toEqual(['cat']);
  await expect.poll(() => add().title).toBe('Nothing is drawn yet.');
  const { pixels } = told.at(-1)!.drawings[0];
  expect(pixels.length).toBe(784);
  // From the middle of the square two cells of the data set's to the right.
  expect(pixels[14 * 28 + 15]).toBeGreaterThan(200);
  expect([pixels[0], pixels[14 * 28 + 8], pixels[14 * 28 + 21]]).toEqual([0, 0, 0]);
  expect((await elsewhere.list()).drawings.map(({ label }) => label)).toEqual(['cat']);
  expect(status()).toContain('2 classes or more are needed; there are 1');
});

test('drawings of other tabs appear; one is chosen, relabelled and removed; all go only when sure', async () => {
  const pixels = new Uint8Array(784).fill(255);
  await act(async () => {
    for (const label of ['cat', 'cat', 'bee']) await elsewhere.add(label, pixels);
    await expect.poll(labels).toEqual(['cat', 'cat', 'bee']);
  });
  expect(button('Remove').title).toBe('No drawing is chosen.');
  await press('cat, drawing 2');
  expect(button('cat, drawing 2').getAttribute('aria-pressed')).toBe('true');
  await press('bee');
  expect(host.querySelector('input')!.value).toBe('bee');
  await press('Relabel as bee');
  await expect.poll(labels).toEqual(['cat', 'bee', 'bee']);
  await press('bee, drawing 2');
  await press('Remove');
  await expect.poll(labels).toEqual(['cat', 'bee']);
  await press('Remove all');
  await press('Keep them');
  expect(labels()).toHaveLength(2);
  await press('Remove all');
  await press('Remove all 2 for good');
  await expect.poll(labels).toEqual([]);
});

test('says when there are enough, and how they will be used', async () => {
  await act(async () => {
    for (const label of ['cat', 'bee'])
      for (let i = 0; i < 5; i++) await elsewhere.add(label, new Uint8Array(784));
  });
  await expect
    .poll(status)
    .toBe('Enough to train with: 8 to train, 2 to validate, none is left for a test.');
});
