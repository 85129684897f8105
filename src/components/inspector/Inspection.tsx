import type { ComponentChildren } from 'preact';
import type { Sizes } from '../../lib/tensors/shape-expression.ts';
import type { BookSymbol, CodeLine } from './book-symbol.ts';
import { SymbolShape } from './SymbolShape.tsx';
import { capitalised } from './words.ts';

interface InspectionProps {
  symbol: BookSymbol;
  sizes: Sizes | null;
  /** Of the symbol's lines, the one that the page shows, or the first. */
  line: CodeLine;
  /** Whether a code cell of the page shows that line. */
  linked: boolean;
  /** What the reader can choose. */
  choice?: ComponentChildren;
  /** The numbers of its value. */
  numbers?: ComponentChildren;
  /** The picture of its value, or what stands in its place; nothing where the site is built. */
  children?: ComponentChildren;
}

/** What an inspector says of a symbol: its name, its shape, its meaning, its value and its line of code. */
export function Inspection(props: InspectionProps) {
  const { symbol, sizes, line, linked, choice, numbers, children } = props;
  const place = `${line.file}, line ${line.line}`;
  return (
    <>
      <div class="insp-text">
        <p class="insp-name">
          <span class={symbol.hue}>{capitalised(symbol.name)}</span>{' '}
          <SymbolShape of={symbol.shape} sizes={sizes} />
        </p>
        <p class="insp-say">{symbol.meaning}</p>
        {choice}
      </div>
      <div class="insp-value">{children}</div>
      <div class="insp-code">
        <code>
          {line.tokens.map(({ text, kind }) => (kind ? <span class={kind}>{text}</span> : text))}
        </code>
        {linked ? (
          <a class="insp-place" href={`#${line.anchor}`}>
            {place}
          </a>
        ) : (
          <span class="insp-place">{place}</span>
        )}
        {numbers}
      </div>
    </>
  );
}
