/**
 * Trains the lab's preset “overnight” in the built site and tests it, as a reader would by three presses:
 * `npm run build && npm run overnight`. Writes `content/overnight.json`. Hours without a GPU.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { OvernightRecord } from '../src/lib/io/proof-records.ts';
import { settingsFromQuery } from '../src/lib/io/settings-url.ts';
import { summary } from '../src/lib/model/summary.ts';
import { openSite } from './built-site.ts';
import { recorded } from './recorded.ts';

const { values } = parseArgs({
  options: { json: { type: 'string', default: 'content/overnight.json' } },
});
const site = await openSite();
try {
  const page = await site.open('/chapters/train/');
  page.setDefaultTimeout(0);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const metric = async (name: string) =>
    Number(await page.locator(`[data-metric="${name}"]`).textContent());

  await button('overnight').click();
  await button('Train').click();
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  const evaluations: OvernightRecord['evaluations'] = [];
  await page.waitForURL(/totalSteps=/);
  const { settings } = settingsFromQuery(new URL(page.url()).search);
  let finished = false;
  while (!finished) {
    await page.waitForTimeout(1000);
    finished =
      (await metric('step')) === settings.totalSteps && !(await button('Pause').isEnabled());
    const [step, loss, accuracy] = [await metric('step'), await metric('val-loss'), await metric('val-accuracy')]; // prettier-ignore
    const before = evaluations.at(-1);
    const same = loss === before?.loss && accuracy === before.accuracy;
    if (!(loss > 0) || (same && !(finished && step > before.step))) continue;
    evaluations.push({ step, loss, accuracy });
    console.log(`${seconds().toFixed(0)} s, step ${step}: validation loss ${loss}, accuracy ${accuracy}`); // prettier-ignore
  }
  const trained = seconds();
  await button('Measure').click();
  await page.locator('[data-metric="test-accuracy"]').waitFor();
  const record: OvernightRecord = {
    recorded: recorded('npm run overnight', 'software WebGL in headless Chromium', trained),
    settings,
    parameters: summary(settings.model).parameters.total,
    evaluations,
    testAccuracy: await metric('test-accuracy'),
  };
  writeFileSync(values.json, `${JSON.stringify(record, null, 2)}\n`);
  console.log(`test accuracy ${record.testAccuracy} after ${Math.round(trained)} s`);
} finally {
  await site.close();
}
