import { openBrowser } from './browser.ts';
import { sizes } from './sizes.ts';
import { initialWeights } from './initial-weights.ts';
export async function main() {
  const browser = await openBrowser();
  const rounds = Number(process.argv[2] ?? 4);
  for (const size of sizes.filter(({ name }) => name === 'lab' || name === 'middling'))
    for (let round = 0; round < rounds; round++)
      for (const warm of round % 2 ? [true, false] : [false, true]) {
        const page = await browser.open(initialWeights(size.settings));
        const r = await page.evaluate(([s, w]) => window.bench.startUp(s, w), [
          size.settings,
          warm,
        ] as const);
        console.log(
          size.name,
          warm ? 'warm' : 'cold',
          Object.entries(r)
            .map(([k, v]) => `${k} ${typeof v === 'number' ? v.toFixed(0) : v}`)
            .join('  '),
        );
        await page.context().close();
      }
  await browser.close();
}
