import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import Lab from '../../../src/components/widgets/lab/Lab.tsx';

const markup = renderToString(<Lab attentionPoster={<p class="drawn-before">maps</p>} />);
const { document } = parseHTML(`<body>${markup}</body>`);

describe('the lab as it is when the site is built', () => {
  test('keeps the contract of its root, buttons and numbers', () => {
    const root = document.querySelector('[data-widget="lab"]')!;
    expect(root.getAttribute('data-state')).toBe('poster');
    const names = [...root.querySelectorAll('.transport button')].map((one) => one.textContent);
    expect(names).toEqual(['Train', 'Pause', 'Step', 'Reset']);
    const metrics = [...root.querySelectorAll('[data-metric]')].map((one) =>
      one.getAttribute('data-metric'),
    );
    expect(metrics.sort()).toEqual(
      [
        ...['step', 'epoch', 'train-loss', 'train-accuracy'],
        ...['val-loss', 'val-accuracy', 'images-per-second'],
      ].sort(),
    );
  });

  test('shows its posters and says when they were drawn', () => {
    expect(document.querySelector('.drawn-before')!.textContent).toBe('maps');
    expect(document.querySelector('.status')!.textContent).toContain(
      'drawn when the site was built',
    );
  });

  test('has a name and a default for every knob', () => {
    const inputs = [...document.querySelectorAll('.knobs :is(input, select)')];
    expect(inputs.length).toBeGreaterThanOrEqual(11);
    for (const input of inputs) {
      expect(input.getAttribute('aria-label')).toBeTruthy();
      expect(input.closest('label')!.getAttribute('title')).toMatch(/^default: ./);
    }
  });
});
