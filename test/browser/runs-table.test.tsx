/** The table of runs under the reader's hands. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Runs, type RunsProps } from '../../src/components/widgets/lab/Runs.tsx';
import '../../src/styles/tokens.css';
import '../../src/styles/base.css';
import '../../src/styles/table.css';
import { savedRun } from '../saved-runs.ts';

let host: HTMLElement;
beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, host);
  host.remove();
});

const calls = () => ({
  onOpen: vi.fn(),
  onRename: vi.fn(),
  onPin: vi.fn(),
  onDuplicate: vi.fn(),
  onDelete: vi.fn(),
  onExport: vi.fn(),
  onCompare: vi.fn(),
});
const run = (id: string) => savedRun(600, { id, name: `garments ${id}` }).summary;

async function shown(props: Partial<RunsProps> = {}) {
  const made = calls();
  const runs = ['a', 'b', 'c'].map(run);
  const rest = { runs, damaged: [], current: 'a', compared: ['b'], ...made, ...props };
  await act(() => render(<Runs {...rest} />, host));
  return made;
}

const named = (name: string) => host.querySelector<HTMLElement>(`[aria-label="${name}"]`)!;
const press = (name: string) => act(() => named(name).click());
const names = () =>
  [...host.querySelectorAll('.run-act')].map((one) => one.getAttribute('aria-label'));

test('a run is opened, pinned, exported and duplicated by its row', async () => {
  const { onOpen, onPin, onExport, onDuplicate } = await shown();
  expect(names()).toEqual([
    'More: garments a',
    'Open: garments b',
    'More: garments b',
    'Open: garments c',
    'More: garments c',
  ]);
  await press('Open: garments b');
  await press('More: garments b');
  expect(named('Less: garments b').getAttribute('aria-expanded')).toBe('true');
  for (const action of ['Pin', 'Export', 'Duplicate and change'])
    await press(`${action}: garments b`);
  expect(onOpen.mock.calls).toEqual([['b']]);
  expect(onPin.mock.calls).toEqual([['b', true]]);
  expect(onExport.mock.calls).toEqual([['b']]);
  expect(onDuplicate.mock.calls).toEqual([['b']]);
});

describe('a new name', () => {
  const field = () => host.querySelector<HTMLInputElement>('input.field')!;

  test('is typed in place, and the focus goes there and back', async () => {
    const { onRename } = await shown();
    await press('More: garments b');
    await press('Rename: garments b');
    expect(document.activeElement).toBe(field());
    expect(field().value).toBe('garments b');
    field().value = '  my run ';
    await act(() => field().form!.requestSubmit());
    expect(onRename.mock.calls).toEqual([['b', 'my run']]);
    expect(document.activeElement).toBe(named('Rename: garments b'));
  });

  test('is forgotten at Escape, and an empty one is none', async () => {
    const { onRename } = await shown();
    await press('More: garments b');
    await press('Rename: garments b');
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
    await act(() => void field().dispatchEvent(escape));
    await press('Rename: garments b');
    field().value = ' ';
    await act(() => field().form!.requestSubmit());
    expect(onRename).not.toHaveBeenCalled();
  });
});

test('a run is deleted after a second question, of which the harmless answer has the focus', async () => {
  const { onDelete } = await shown();
  await press('More: garments c');
  await press('Delete: garments c');
  expect(document.activeElement).toBe(named('Keep it: garments c'));
  await press('Keep it: garments c');
  expect(onDelete).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(named('Delete: garments c'));
  await press('Delete: garments c');
  await press('Delete it: garments c');
  expect(onDelete.mock.calls).toEqual([['c']]);
  expect(document.activeElement).toBe(host.querySelector('.runs'));
});

test('a damaged run is told of, and can be deleted', async () => {
  const { onDelete } = await shown({ damaged: [{ id: 'd', reason: 'Its entry is missing.' }] });
  expect(host.querySelector('.runs-damaged')!.textContent).toContain(
    'A stored run cannot be read. Its entry is missing.',
  );
  await press('Delete: the damaged run d');
  await press('Delete it: the damaged run d');
  expect(onDelete.mock.calls).toEqual([['d']]);
});

test('a box adds a curve, or takes it away', async () => {
  const { onCompare } = await shown();
  const box = (id: string) => named(`Compare garments ${id}`) as HTMLInputElement;
  expect(['a', 'b', 'c'].map((id) => [box(id).checked, box(id).disabled])).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ]);
  await press('Compare garments c');
  await press('Compare garments b');
  expect(onCompare.mock.calls).toEqual([[['b', 'c']], [[]]]);
});

test.each([320, 768, 1100])('a table of %i px stays within its edges', async (width) => {
  await shown();
  host.style.width = `${width}px`;
  for (const id of ['a', 'b']) await press(`More: garments ${id}`);
  await press('Delete: garments a');
  await press('Rename: garments b');
  const right = host.getBoundingClientRect().right;
  for (const element of host.querySelectorAll('td, th, button, input')) {
    const box = element.getBoundingClientRect();
    if (!element.closest('thead')) expect(box.right).toBeLessThanOrEqual(right + 0.5);
    if (element.tagName === 'BUTTON') expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24); // prettier-ignore
  }
});
