import { describe, expect, test } from 'vitest';
import { markdownText, runCard } from '../../../src/lib/io/run-card.ts';
import { tinyVit } from '../../../src/lib/model/config.ts';
import { defaultSettings } from '../../../src/lib/training/settings.ts';
import { madeRun } from './made-run.ts';

describe('a name in the card', () => {
  test.each([
    ['plain words 12', 'plain words 12'],
    ['# a\n\n## b', '\\# a \\#\\# b'],
    ['[x](javascript:alert(1))', '\\[x\\]\\(javascript\\:alert\\(1\\)\\)'],
    ['<img src=x onerror=a>', '&lt;img src\\=x onerror\\=a&gt;'],
    ['&lt; a | b `c` \\', '&amp;lt\\; a \\| b \\`c\\` \\\\'],
    ['a\u2028b\u202ec\u0000d', 'a b c d'],
    ['größer 👟', 'größer 👟'],
  ])('%j is shown as it is', (text, shown) => {
    expect(markdownText(text)).toBe(shown);
  });
});

describe('a card', () => {
  const card = (run = madeRun(defaultSettings)) =>
    runCard({ run, wanted: 'timm', names: 'timm', hasSamples: true });

  test('says what was measured and when', () => {
    const run = madeRun(defaultSettings, 3);
    run.summary.evaluations = [
      { step: 25, loss: 0.51, accuracy: 0.8 },
      { step: 30, loss: 0.5, accuracy: 0.75 },
    ];
    run.summary.test = null;
    const text = card(run);
    expect(text).toContain('- Parameters: 28,202\n- Trained: 30 of 600 steps of 32 pictures, last on webgl\n- Saved: 2026-01-03 12:30 UTC'); // prettier-ignore
    expect(text).toContain('| validation, last | 30 | 0.5000 | 0.7500 |\n| validation, best | 25 | 0.5100 | 0.8000 |\n\n'); // prettier-ignore
    expect(text).toContain('Fashion-MNIST');
    expect(text).toContain('None, with data garments.');
  });

  test('lists the settings that differ, each with its default', () => {
    const model = { ...tinyVit, depth: 2, layerScale: 0.1 };
    const text = card(madeRun({ ...defaultSettings, model, seed: 9 }));
    const [, after] = text.split('| setting | here | default |\n| --- | --- | --- |\n');
    const [table] = after.split('\n\n');
    expect(table.split('\n')).toEqual([
      '| depth | 2 | 3 |',
      '| layerScale | 0.1 | none |',
      '| seed | 9 | 1 |',
    ]);
  });

  test('of a run that was never measured says so', () => {
    const run = madeRun(defaultSettings);
    run.summary = { ...run.summary, evaluations: [], test: null, name: 'x\n# y', saved: 1e300 };
    const text = card(run);
    expect(text).toContain('Nothing was measured yet.');
    expect(text.match(/^# .*$/gm)).toEqual(['# x \\# y']);
  });
});
