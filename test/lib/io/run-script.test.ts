import { describe, expect, test } from 'vitest';
import { pythonString, runScript } from '../../../src/lib/io/run-script.ts';
import { tinyVit, type VitConfig } from '../../../src/lib/model/config.ts';

/** What the scripts compute is checked with PyTorch, by `npm run test:torch`. */
const scriptOf = (change: Partial<VitConfig> = {}, name = 'a run', classNames = ['a', 'b']) =>
  runScript({ name, classNames, config: { ...tinyVit, ...change }, names: 'timm' });

const hostile = `"""\n'''\\"; import os #\r\u2028\u0085\u202e\0\ud800 👟 \\`;

describe('a name in the script', () => {
  test('is one line of one string, with nothing that hides or turns the writing round', () => {
    expect(pythonString(hostile)).toBe(
      String.raw`"\"\"\"\n'''\\\"; import os #\r\u2028\u0085\u202e\u0000\ud800 👟 \\"`,
    );
  });

  test('moves nothing else of it', () => {
    const [plain, odd] = [scriptOf(), scriptOf({}, hostile, [hostile, hostile])];
    const without = (script: string) =>
      script.split('\n').filter((line) => !/^(NAME|CLASS_NAMES) = /.test(line));
    expect(without(odd)).toEqual(without(plain));
    expect(odd.split('\n').length).toBe(plain.split('\n').length);
  });
});

describe('the script', () => {
  test('has only what its config needs', () => {
    const script = scriptOf();
    for (const word of [
      'RmsNorm',
      'LayerScale',
      'dist_token',
      'def positions',
      'RENAMED',
      'pre_logits',
      'fc_norm',
    ])
      // prettier-ignore
      expect(script).not.toContain(word);
  });

  test('has two empty lines before each definition, and none at its ends', () => {
    const script = scriptOf({ normalization: 'rms', layerScale: 0.1, positionEmbedding: 'sinusoidal' }); // prettier-ignore
    expect(script.match(/\n(?=(class|def) )/g)!.length).toBe(script.match(/[^\n]\n\n\n(?=(class|def) )/g)!.length); // prettier-ignore
    expect(script).not.toMatch(/\n{4}|^\n|\n\n$|[ \t]\n/);
  });
});
