/**
 * Gives every widget of the book a page of its own, /embed/NAME/.
 *
 * Each is a small file that is written when the site is built: a page that could show any widget would carry the style sheets of
 * all of them.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bookWidgets, type BookWidget } from '../src/components/embed/widgets.ts';

export function embedPages(): AstroIntegration {
  return {
    name: 'embed-pages',
    hooks: {
      'astro:config:setup': ({ injectRoute, createCodegenDir }) => {
        const folder = createCodegenDir();
        const components = relative(fileURLToPath(folder), 'src/components').replaceAll('\\', '/');
        for (const widget of bookWidgets()) {
          const entrypoint = new URL(`${widget.name}.astro`, folder);
          writeFileSync(entrypoint, pageOf(widget, components));
          injectRoute({ pattern: `/embed/${widget.name}/`, entrypoint, prerender: true });
        }
      },
    },
  };
}

function pageOf({ name, file }: BookWidget, components: string): string {
  return `---
import EmbedPage from '${components}/embed/EmbedPage.astro';
import Widget from '${components}/widgets/${file}';
---
<EmbedPage widget="${name}"><Widget /></EmbedPage>
`;
}
