/**
 * KaTeX for Markdown in which a mistake stops the build.
 *
 * rehype-katex reports bad TeX as a message on the file and prints it in red; here the message is thrown.
 */
import rehypeKatex from 'rehype-katex';
import type { Root } from 'hast';
import type { VFile } from 'vfile';

export function rehypeStrictKatex() {
  const transform = rehypeKatex({ output: 'htmlAndMathml', strict: 'error' });
  return (tree: Root, file: VFile) => {
    transform(tree, file);
    const failure = file.messages.find((message) => message.source === 'rehype-katex');
    if (failure) throw failure;
  };
}
