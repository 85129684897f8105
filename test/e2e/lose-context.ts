import type { Page } from '@playwright/test';

/** The next draw of the page's newest worker loses its WebGL context. */
export async function loseContext(page: Page): Promise<void> {
  await page
    .workers()
    .at(-1)!
    .evaluate(() => {
      const { prototype } = WebGL2RenderingContext;
      const { useProgram } = prototype;
      prototype.useProgram = function (program) {
        prototype.useProgram = useProgram;
        this.getExtension('WEBGL_lose_context')!.loseContext();
        useProgram.call(this, program);
      };
    });
}
