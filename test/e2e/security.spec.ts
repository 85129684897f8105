/** The policy of every page is read in pages.spec.ts; here it is tried. */
import { expect, test } from '@playwright/test';

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
