import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Token } from '../../../../src/components/widgets/patch-cutter/Token.tsx';

test('the token of a black patch, all zeros, has a bar for each number, none of them nowhere', () => {
  const markup = renderToString(<Token token={new Float32Array(3)} feature={1} />);
  expect(markup.match(/<rect/g)).toHaveLength(3);
  expect(markup).not.toContain('NaN');
});
