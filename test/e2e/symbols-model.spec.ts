/** The inspector's values: those of the reader's model, and in chapter 11 of the lab's. */
import { test } from '@playwright/test';
import { expect } from './kept-page.ts';

test('chapter 11: the values are those of the lab’s model as it stands', async ({ page }) => {
  await page.goto('/chapters/train/?patchSize=14&embedDim=8&numHeads=2&depth=2&batchSize=4&positionEmbedding=none'); // prettier-ignore
  const inspector = page.locator('.eqs .insp');
  await page.locator('.lab').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-widget="lab"]')).toHaveAttribute('data-state', 'ready');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(page.locator('[data-metric="step"]')).toHaveText('1');
  await page.locator('.eqs .katex-html [data-symbol="zmid"]').first().click();
  await inspector.scrollIntoViewIfNeeded();
  await expect(inspector.locator('.insp-name')).toHaveText(/\[5, 8\]$/);
  await expect(inspector).toContainText(/validation picture 1, [a-z ]+, block 1 of 2/);
  await expect(inspector).toContainText('the lab’s model at step 1');
  await page.locator('.lab .gallery button').nth(2).click();
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await page.locator('.eqs .katex-html [data-symbol="Epos"]').first().click();
  await expect(inspector).toContainText('this model has none');
  await page.locator('.eqs .katex-html [data-symbol="y"]').first().click();
  await expect(inspector).toContainText('validation picture 3');
  await expect(inspector).toContainText('the lab’s model at step 2');
});

test('from chapter 4 on the values are those of the reader’s model', async ({ page }) => {
  await page.goto('/chapters/self-attention/?image=trouser');
  await page.locator('.eqs .katex-html [data-symbol="A"]').first().click();
  const inspector = page.locator('.eqs .insp');
  await expect(inspector.locator('.insp-name')).toHaveText('Attention weights [4, 50, 50]');
  await expect(inspector.locator('canvas')).toHaveAccessibleName(
    /4 by 50 by 50 numbers.*, 0 to 0\.\d+$/,
  );
  await expect(inspector).toContainText('trouser, block 1 of 3');
  await expect(inspector).toContainText('garments checkpoint');
  await expect(inspector.locator('code')).toContainText('const weights = softmax(scores);');
  await inspector.getByText('The numbers as a table').press('Enter');
  await expect(inspector.locator('tbody tr')).toHaveCount(8);
  await expect(inspector).toContainText('The first of 4 × 50 × 50 = 10,000 numbers');
});
