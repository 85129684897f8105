/**
 * KaTeX for Markdown in which a mistake stops the build.
 *
 * rehype-katex reports bad TeX as a message on the file and prints it in red; here the message is thrown. A formula in a
 * line is followed by a word joiner: browsers would otherwise break the line between it and its comma.
 */
import rehypeKatex from 'rehype-katex';
import type { Element, ElementContent, Root } from 'hast';
import type { KatexOptions } from 'katex';
import type { VFile } from 'vfile';
import { wordJoiner } from '../src/components/prose/tex.ts';

export function rehypeStrictKatex(
  options: KatexOptions = { output: 'htmlAndMathml', strict: 'error' },
) {
  const transform = rehypeKatex(options);
  return (tree: Root, file: VFile) => {
    transform(tree, file);
    const failure = file.messages.find((message) => message.source === 'rehype-katex');
    if (failure) throw failure;
    joinFormulas(tree);
  };
}

function joinFormulas(parent: Root | Element): void {
  if (!('children' in parent)) return;
  parent.children = parent.children.flatMap((child) => {
    if (isFormula(child))
      return [child, { type: 'text', value: wordJoiner } satisfies ElementContent];
    joinFormulas(child as Element);
    return [child];
  }) as ElementContent[];
}

function isFormula(node: Root['children'][number]): boolean {
  if (node.type !== 'element') return false;
  const { className } = node.properties;
  return Array.isArray(className) && className.includes('katex');
}
