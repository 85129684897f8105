/** What the function has returned for the book's garment, as markup. */
import { renderToString } from 'preact-render-to-string';
import type { Trace } from '../../../lib/figures/attention-head.ts';
import { Figures } from './Figures.tsx';

export const tracePoster = (trace: Trace): string => renderToString(<Figures trace={trace} />);
