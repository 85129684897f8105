import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkMath from 'remark-math';
import { bookSymbols } from './scripts/book-symbols.ts';
import { embedPages } from './scripts/embed-pages.ts';
import { longWithoutWasm } from './scripts/long-without-wasm.ts';
import { rehypeAnchors } from './scripts/rehype-anchors.ts';
import { rehypeStrictKatex } from './scripts/rehype-strict-katex.ts';
import { shippedPackages } from './scripts/shipped-packages.ts';
import { texOptions } from './src/components/prose/tex.ts';

const site = process.env.SITE_URL ?? 'http://localhost:4321';
const base = process.env.SITE_BASE ?? '/';

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  integrations: [
    mdx(),
    preact(),
    embedPages(),
    sitemap({ filter: (page) => !/\/(gallery|embed)\//.test(page) }),
  ],
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath],
      rehypePlugins: [
        [rehypeStrictKatex, texOptions(bookSymbols())],
        rehypeHeadingIds,
        rehypeAnchors,
      ],
    }),
    syntaxHighlight: false,
  },
  build: { inlineStylesheets: 'never' },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'none'",
        "img-src 'self' data: blob:",
        "manifest-src 'self'",
        "worker-src 'self'",
      ],
      styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
    },
  },
  vite: {
    define: { 'import.meta.env.FAULTS': JSON.stringify(process.env.TEST_FAULTS === '1') },
    build: { assetsInlineLimit: 0 },
    plugins: [longWithoutWasm(), shippedPackages('pages')],
    worker: {
      format: 'es',
      plugins: () => [longWithoutWasm(), shippedPackages('workers')],
      rolldownOptions: { output: { minify: true, comments: { legal: false } } },
    },
  },
});
