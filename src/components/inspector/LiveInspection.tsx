import { Inspection } from './Inspection.tsx';
import type { BookSymbol } from './book-symbol.ts';
import { SymbolFigure } from './SymbolFigure.tsx';
import { pageSizes, valueOf, valuesState } from './symbol-values.ts';

interface LiveInspectionProps {
  symbol: BookSymbol;
  /** Which one, of a symbol that stands for one of many. */
  index: string | null;
}

/** An inspector that follows the page's values. */
export function LiveInspection({ symbol, index }: LiveInspectionProps) {
  const value = valueOf(symbol, index);
  const shown = symbol.lines.find(({ anchor }) => document.getElementById(anchor));
  return (
    <Inspection
      symbol={symbol}
      sizes={pageSizes.value}
      line={shown ?? symbol.lines[0]!}
      linked={shown !== undefined}
    >
      {value ? <SymbolFigure symbol={symbol} value={value} /> : <Waiting />}
    </Inspection>
  );
}

function Waiting() {
  const state = valuesState.value;
  if (state.kind === 'failed') return <p class="insp-where failed">not computed: {state.why}</p>;
  return <p class="insp-where">{state.kind === 'computing' ? 'computing' : 'no value yet'}</p>;
}
