/**
 * Random hands: on every page a fixed seed clicks, types, drags and presses keys on what it finds. Whatever happens, no
 * script fails, nothing computes for ever, and no sentence says "undefined".
 */
import { expect, test } from '@playwright/test';
import { createRandomNumbers } from '../../src/lib/tensors/random-numbers.ts';
import { act, oddWords, settled } from './monkey.ts';
import { watchFaults } from './page-faults.ts';
import { gallery, paths } from './pages.ts';

const long = Boolean(process.env.LONG);
const events = long ? 2_000 : 18;

for (const path of paths.filter((one) => one !== gallery))
  test(`${path} stands ${events} random events`, async ({ page, baseURL }) => {
    test.setTimeout(long ? 3_600_000 : 120_000);
    const random = createRandomNumbers(1 + paths.indexOf(path));
    const { complaints, foreign } = await watchFaults(page, baseURL!);
    page.on('dialog', (dialog) => void dialog.dismiss());
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const done: string[] = [];
    for (let i = 0; i < events; i++) {
      done.push(await act(page, random));
      expect(await oddWords(page), done.slice(-5).join('\n')).toEqual([]);
      expect(
        complaints.filter((text) => !/404/.test(text)),
        done.slice(-5).join('\n'),
      ).toEqual([]);
    }
    await settled(page);
    expect(await oddWords(page)).toEqual([]);
    expect(foreign).toEqual([]);
  });
