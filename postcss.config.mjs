/** KaTeX's sheet comes from its package; its twenty font faces do not: `src/styles/fonts.css` declares small subsets. */
const withoutKatexFaces = {
  postcssPlugin: 'without-katex-faces',
  AtRule: {
    'font-face': (rule) => {
      const family = rule.nodes.find((node) => node.prop === 'font-family');
      const own = rule.source?.input.file?.includes('/src/styles/');
      if (!own && family?.value.includes('KaTeX')) rule.remove();
    },
  },
};

export default { plugins: [withoutKatexFaces] };
