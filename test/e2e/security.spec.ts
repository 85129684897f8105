/** The policy of every page is read in pages.spec.ts; here it is tried. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

test('nothing tries WebAssembly, which the policy forbids, but the search in its own worker', () => {
  const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js')); // prettier-ignore
  const trying = scripts.filter((name) => readFileSync(`dist/${name}`, 'utf8').includes('WebAssembly')); // prettier-ignore
  expect(scripts.length).toBeGreaterThan(10);
  expect(trying.filter((name) => !name.startsWith('pagefind'))).toEqual([]);
});

test('the policy is enforced: a script from elsewhere in the page does not run', async ({
  page,
}) => {
  await page.goto('/');
  const ran = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const script = document.createElement('script');
        script.textContent = 'window.injected = true';
        document.addEventListener('securitypolicyviolation', () => resolve(false), { once: true });
        document.head.append(script);
        if ('injected' in window) resolve(true);
      }),
  );
  expect(ran).toBe(false);
});
