import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import ReaderBar from '../../src/components/reader/ReaderBar.tsx';
import { offerOwnModel } from '../../src/components/reader/own-model.ts';
import {
  chooseWeights,
  resetReader,
  useReaderImage,
  weights,
} from '../../src/components/reader/reader-state.ts';

let host: HTMLElement;
beforeEach(async () => {
  localStorage.clear();
  host = document.body.appendChild(document.createElement('div'));
  await act(() => render(<ReaderBar weights thumbnail="/photographs/chelsea-thumb.webp" />, host));
});
afterEach(async () => {
  await resetReader();
  chooseWeights('garments'); // a choice ends what could be undone
  render(null, host);
  host.remove();
});

const input = (selector: string, value: string) =>
  act(() => {
    const element = host.querySelector<HTMLInputElement | HTMLSelectElement>(selector)!;
    element.value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });

test('a seed is asked for where weights are random, and only a whole one is taken', async () => {
  expect(host.querySelector('input')).toBeNull();
  await input('select', 'random');
  expect(weights.value).toEqual({ kind: 'random', seed: 1 });
  await input('input', '7');
  await input('input', '-2');
  await input('input', '');
  expect(weights.value).toEqual({ kind: 'random', seed: 7 });
});

test('a model of the reader’s own can be chosen once there is one', async () => {
  const mine = host.querySelector<HTMLOptionElement>('option[value=mine]')!;
  expect([mine.disabled, mine.textContent]).toEqual([true, 'mine: none trained yet']);
  offerOwnModel({ run: 'a1', name: 'garments 3', architecture: 'garments' });
  await act(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  expect([mine.disabled, mine.textContent]).toEqual([false, 'mine: garments 3']);
});

test('the way back is there when there is something to go back from', async () => {
  const names = () =>
    [...host.querySelectorAll('.reader-reset button')].map((one) => one.textContent);
  expect(names()).toEqual([]);
  await act(() => chooseWeights('shapes'));
  expect(names()).toEqual(['Start over']);
  await act(async () => {
    host.querySelector<HTMLButtonElement>('.reader-reset button')!.click();
    await expect.poll(() => weights.value.kind).toBe('garments');
  });
  await expect.poll(names).toEqual(['Undo']);
});

test('a widget that has the book’s photograph does not fetch it again', async () => {
  const requested = () =>
    performance.getEntriesByType('resource').filter(({ name }) => name.includes('chelsea-224'));
  const Widget = ({ has }: { has?: string }) => {
    useReaderImage(has);
    return null;
  };
  const place = host.appendChild(document.createElement('div'));
  await act(() => render(<Widget has="chelsea" />, place));
  expect(requested()).toEqual([]);
  await act(() => render(<Widget />, place));
  await expect.poll(requested).not.toEqual([]);
  render(null, place);
});
