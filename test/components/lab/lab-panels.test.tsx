import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { AugmentationPictures } from '../../../src/components/widgets/lab/AugmentationPictures.tsx';
import { OwnDrawings } from '../../../src/components/widgets/lab/OwnDrawings.tsx';

const documentOf = (markup: string) => parseHTML(`<body>${markup}</body>`).document;

describe('pictures before and after augmentation', () => {
  const shown = (count: number) => {
    const pictures = { pixels: new Uint8Array(count * 12), count };
    const panel = (
      <AugmentationPictures before={pictures} after={pictures} imageSize={2} inChannels={3} />
    );
    return [...documentOf(renderToString(panel)).querySelectorAll('ul')].map((row) =>
      [...row.querySelectorAll('canvas')].map((one) => one.getAttribute('aria-label')),
    );
  };

  test('are eight of each, and say what they are', () => {
    const [before, after] = shown(32);
    expect([before.length, after.length]).toEqual([8, 8]);
    expect(before[7]).toBe('Training picture 8 as it is in the data set');
    expect(after[0]).toBe('Training picture 1 after augmentation');
  });

  test('are fewer where the batch has fewer', () => {
    expect(shown(3).map((row) => row.length)).toEqual([3, 3]);
  });
});

describe('the panel of own drawings as it is when the site is built', () => {
  const page = documentOf(renderToString(<OwnDrawings />));

  test('has a name, a square to draw on and a field for the label', () => {
    expect(page.querySelector('section')!.getAttribute('aria-label')).toBe('Your own drawings');
    const pad = page.querySelector('.pad')!;
    expect(pad.getAttribute('tabindex')).toBe('0');
    const where = page.getElementById(pad.getAttribute('aria-describedby')!)!;
    expect(where.textContent).toBe('pen up, column 14 of 28, row 14');
    expect(page.querySelector('input')!.getAttribute('aria-label')).toBe('label');
  });

  test('says nothing of drawings before it has looked', () => {
    expect(page.querySelector('[role=status]')!.textContent!.trim()).toBe('');
    expect(page.querySelector('.own-class')).toBeNull();
  });
});
