/** The lab in a real browser, on an engine that follows a script. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Lab from '../../src/components/widgets/lab/Lab.tsx';
import {
  evaluationEvent,
  fakeEngine,
  progressEvent,
  promptAnswer,
  snapshotEvent,
  type FakeEngine,
} from '../components/lab/fake-engine.ts';
import '../../src/styles/tokens.css';

/** A busy machine may take more than the second that is usual. */
const patience = { timeout: 15_000 };

const page = document.body.appendChild(document.createElement('main'));

/** Light, whatever the machine prefers. */
beforeEach(() => void (document.documentElement.dataset.theme = 'light'));

afterEach(() => {
  render(null, page);
  delete document.documentElement.dataset.theme;
});

/** The lab on a fake engine that has built its model. */
async function openLab(engine: FakeEngine = fakeEngine(promptAnswer)): Promise<FakeEngine> {
  const openEngine = async () => engine;
  await act(() => render(<Lab openEngine={openEngine} />, page));
  await vi.waitFor(() => expect(root().dataset.state).toBe('ready'), patience);
  return engine;
}

const root = () => page.querySelector<HTMLElement>('[data-widget="lab"]')!;
const button = (name: string) =>
  [...page.querySelectorAll('button')].find((one) => one.textContent === name)!;
const metric = (name: string) => page.querySelector(`[data-metric="${name}"]`)!.textContent;
const knob = (name: string) => page.querySelector<HTMLInputElement>(`.knobs [name="${name}"]`)!;

const press = (name: string) => act(() => button(name).click());
const emit = (engine: FakeEngine, event: Parameters<FakeEngine['emit']>[0]) =>
  act(() => engine.emit(event));

async function type(name: string, value: string): Promise<void> {
  knob(name).value = value;
  await act(() => void knob(name).dispatchEvent(new Event('input', { bubbles: true })));
}

/** What was sent, without the question how fast the device is. */
const sent = (engine: FakeEngine) =>
  engine.sent.map(({ type }) => type).filter((type) => type !== 'measure');

/** The colour of a canvas's first pixel. */
function firstPixel(canvas: HTMLCanvasElement): string {
  return canvas.getContext('2d')!.getImageData(0, 0, 1, 1).data.join();
}

describe('the lab', () => {
  test('trains, pauses, steps and resets', async () => {
    const engine = await openLab();
    await press('Train');
    expect(root().dataset.state).toBe('busy');
    await emit(engine, progressEvent(2, [3, 1]));
    await emit(engine, evaluationEvent(2, 0.5, 0.75));
    expect(['step', 'train-loss', 'val-loss', 'val-accuracy'].map(metric)).toEqual([
      ...['2', '2.000', '0.500', '0.750'],
    ]);
    await press('Pause');
    await emit(engine, { type: 'paused', finished: false });
    await press('Step');
    await emit(engine, { type: 'paused', finished: false });
    await press('Reset');
    expect(metric('step')).toBe('0');
    expect(sent(engine)).toEqual([...['reset', 'train', 'pause', 'step', 'reset']]);
  });

  test('says with both numbers why Train cannot be pressed, and recovers', async () => {
    await openLab();
    await type('heads', '5');
    expect(button('Train').disabled).toBe(true);
    expect(page.querySelector('[data-lab="settings"]')!.textContent).toMatch(/16 .* 5/); // the CPU's smaller model
    await type('heads', '8');
    expect(button('Train').disabled).toBe(false);
  });

  test('keeps what was typed into the seed, whatever it is', async () => {
    await openLab();
    await type('seed', '-3');
    expect(button('Train').disabled).toBe(true);
    expect(knob('seed').value).toBe('-3');
    await type('seed', '12');
    expect(button('Train').disabled).toBe(false);
  });

  test('draws its maps, and again when the theme changes', async () => {
    await openLab();
    const canvases = () => [...page.querySelectorAll<HTMLCanvasElement>('.maps canvas')];
    await vi.waitFor(() => expect(canvases()[0]!.width).toBe(28), patience);
    expect(canvases()).toHaveLength(2);
    const light = firstPixel(canvases()[0]!);
    document.documentElement.dataset.theme = 'dark';
    await vi.waitFor(() => expect(firstPixel(canvases()[0]!)).not.toBe(light), patience);
  });

  test('draws its curves as named pictures that grow', async () => {
    const engine = await openLab();
    const loss = () => page.querySelector('.plot svg')?.getAttribute('aria-label');
    await vi.waitFor(() => expect(loss()).toContain('nothing yet'), patience);
    await emit(engine, progressEvent(3, [3, 2, 1]));
    await vi.waitFor(() => expect(loss()).toMatch(/Training: \d/), patience);
  });

  test('shows answers, and asks for the attention of the image that is chosen', async () => {
    const engine = await openLab();
    const items = () => [...page.querySelectorAll<HTMLButtonElement>('.gallery button')];
    expect(items()[0]!.querySelector('s')).toBeNull();
    expect(items()[1]!.querySelector('s')!.textContent).toBe('shirt');
    expect(items()[1]!.querySelector('.truth')!.textContent).toBe('bag');
    expect(
      items()
        .map((item) => item.textContent)
        .slice(0, 2),
    ).toEqual(['Picture 1, shirt .80, right', 'Picture 2, shirt .70, wrong: it is bag']);
    await act(() => items()[2]!.click());
    expect(engine.sent.at(-1)).toEqual({ type: 'watch', image: 2 });
    expect(items()[2]!.getAttribute('aria-pressed')).toBe('true');
  });

  test('has its numbers as tables behind a disclosure', async () => {
    const engine = await openLab();
    await emit(engine, evaluationEvent(25, 0.5, 0.75));
    expect(page.querySelector('.tables table')).toBeNull();
    await press('The numbers as tables');
    const captions = [...page.querySelectorAll('.tables caption')].map((one) => one.textContent);
    expect(captions).toEqual([
      'Loss and accuracy on the validation pictures',
      'Attention of the class token at step 0, block 1, head 1',
      'Cosine of position 1 with all 4',
    ]);
    const cells = [...page.querySelectorAll('.tables table')[1]!.querySelectorAll('td')];
    expect(cells.map((cell) => cell.textContent)).toEqual(['0.133', '0.200', '0.267', '0.333']);
  });

  test('without positions shows none', async () => {
    const engine = await openLab();
    await emit(engine, { ...snapshotEvent(), positionSimilarity: null });
    expect(page.textContent).toContain('This model has no positions');
  });

  test('counts confusions and shows the worst mistakes', async () => {
    const engine = await openLab();
    await emit(engine, evaluationEvent(25, 0.5, 0.75));
    const rows = [...page.querySelectorAll('.confusions tbody tr')];
    const cells = rows.map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    );
    expect(cells).toEqual([
      ['2', '1', ''],
      ['', '1', ''],
      ['1', '', '1'],
    ]);
    const mistakes = [...page.querySelectorAll('.mistakes li')].map((one) => one.textContent);
    expect(mistakes[0]).toMatch(/bag.*\.80.*shirt.*3\.0/);
    expect(mistakes).toHaveLength(2);
  });

  test('puts its figures away one by one, and remembers it', async () => {
    await openLab();
    const box = page.querySelector<HTMLInputElement>('.lab-panels input')!;
    expect(page.querySelector('.panel')!.textContent).toContain('Loss.');
    await act(() => box.click());
    expect(page.querySelector('.panel')!.textContent).not.toContain('Loss.');
    expect(localStorage.getItem('lab-panels-hidden')).toBe('loss');
    await act(() => box.click());
    expect(localStorage.getItem('lab-panels-hidden')).toBe('');
  });

  test('measures on the test pictures only when asked', async () => {
    const engine = await openLab();
    await emit(engine, progressEvent(2, [3, 1]));
    await emit(engine, { type: 'paused', finished: false });
    expect(page.querySelector('[data-metric="test-accuracy"]')).toBeNull();
    await press('Measure');
    expect(engine.sent.at(-1)).toEqual({ type: 'test' });
    await emit(engine, { ...evaluationEvent(2, 0.5, 0.625), type: 'tested' });
    expect(metric('test-accuracy')).toBe('0.625');
  });

  test('tells a failure in words and offers one action', async () => {
    const engine = await openLab();
    await emit(engine, { type: 'failed', reason: 'the GPU context was lost', lost: false });
    expect(root().dataset.state).toBe('failed');
    expect(page.querySelector('.status')!.textContent).toContain('the GPU context was lost');
    await press('Try again');
    expect(root().dataset.state).toBe('ready');
  });
});
