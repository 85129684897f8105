/** The components that every chapter can use without importing them. */
import Cite from './Cite.astro';
import CodeCell from './CodeCell.astro';
import Dim from './Dim.astro';
import Equation from './Equation.astro';
import Lede from './Lede.astro';
import Note from './Note.astro';
import Shape from './Shape.astro';
import InlineSymbol from './Symbol.astro';
import Tex from './Tex.astro';

export const prose = {
  Cite,
  CodeCell,
  Dim,
  Equation,
  Lede,
  Note,
  Shape,
  Symbol: InlineSymbol,
  Tex,
};
