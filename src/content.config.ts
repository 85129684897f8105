/** The book's content: chapters in MDX; symbols, equations and references in YAML. */
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { hues } from './components/prose/hues.ts';
import { pictureKinds } from './lib/figures/symbol-picture.ts';

const hue = z.enum(hues);

const chapters = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './content/chapters' }),
  schema: z.object({
    number: z.int().min(1).max(11),
    title: z.string(),
    /** One sentence for the contents: what the reader gets. */
    promise: z.string(),
    part: z.enum(['sequence', 'encoder', 'answer']),
    /** What the line under the title says: the equation, what the stage takes and gives. */
    summary: z.string().optional(),
    /** The day on which it first stood in the book: the date of its entry in the feed, never changed. */
    published: z.coerce.date(),
  }),
});

const symbols = defineCollection({
  loader: file('content/symbols.yaml'),
  schema: z.object({
    name: z.string(),
    say: z.string(),
    tex: z.string(),
    macro: z.string().startsWith('\\'),
    hue,
    shape: z.array(z.coerce.string()),
    meaning: z.string(),
    chapter: z.int(),
    kin: z.string().optional(),
    code: z
      .array(
        z.object({ file: z.string(), names: z.array(z.string()), line: z.string().optional() }),
      )
      .min(1),
    value: z.string(),
    picture: z.enum(pictureKinds),
  }),
});

const flag = z.object({
  at: z.string(),
  label: z.string(),
  chapters: z.array(z.int()).min(1),
  hue,
  level: z.int().min(0),
});

const equations = defineCollection({
  loader: file('content/equations.yaml'),
  schema: z.object({
    tex: z.string(),
    reading: z.string(),
    where: z.array(z.string()),
    opens: z.string().optional(),
    flags: z.array(flag),
  }),
});

const references = defineCollection({
  loader: file('content/references.yaml'),
  schema: z.object({
    authors: z.string(),
    title: z.string(),
    short: z.string(),
    year: z.int(),
    url: z.url(),
  }),
});

export const collections = { chapters, symbols, equations, references };
