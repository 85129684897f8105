import { Segmented } from '../controls/Segmented.tsx';
import type { BookEntry, BookLetter, BookSymbol } from './book-symbol.ts';
import { Inspection } from './Inspection.tsx';
import { SymbolFigure } from './SymbolFigure.tsx';
import { SymbolNumbers } from './SymbolNumbers.tsx';
import { pageDepth, pageSizes, shownBlock, valueOf, valuesState } from './symbol-values.ts';
import { hint } from './words.ts';

interface LiveInspectionProps {
  entry: BookEntry;
  /** Which one, of a symbol that stands for one of many. */
  index: string | null;
  /** Nothing has been pointed at yet. */
  opening: boolean;
}

/** An inspector that follows the page's values. */
export function LiveInspection({ entry, index, opening }: LiveInspectionProps) {
  return entry.letter ? (
    <LetterInspection letter={entry} />
  ) : (
    <SymbolInspection symbol={entry} index={index} opening={opening} />
  );
}

function LetterInspection({ letter: { id, meaning } }: { letter: BookLetter }) {
  const size = pageSizes.value?.[id];
  return (
    <div class="insp-text">
      <p class="insp-name">
        <span class={`dim dim-${id}`}>{id}</span>
        {size !== undefined && ` = ${size.toLocaleString('en')}`}
      </p>
      <p class="insp-say">{meaning}</p>
    </div>
  );
}

interface SymbolInspectionProps extends Omit<LiveInspectionProps, 'entry'> {
  symbol: BookSymbol;
}

function SymbolInspection({ symbol, index, opening }: SymbolInspectionProps) {
  const value = valueOf(symbol, index);
  const shown = symbol.lines.find(({ anchor }) => document.getElementById(anchor));
  return (
    <Inspection
      symbol={symbol}
      sizes={pageSizes.value}
      line={shown ?? symbol.lines[0]!}
      linked={shown !== undefined}
      numbers={value && <SymbolNumbers value={value} />}
      choice={
        <>
          {symbol.value.includes('*') && pageDepth.value > 1 && <BlockChoice />}
          {opening && <p class="insp-where">{hint}</p>}
        </>
      }
    >
      {value ? <SymbolFigure symbol={symbol} value={value} /> : <Waiting />}
    </Inspection>
  );
}

function BlockChoice() {
  const choices = Array.from({ length: pageDepth.value }, (_, block) => String(block + 1));
  return (
    <p class="insp-block">
      <span>block</span>
      <Segmented
        label="Block"
        value={String(shownBlock.value + 1)}
        choices={choices}
        onInput={(choice) => (shownBlock.value = Number(choice) - 1)}
      />
    </p>
  );
}

function Waiting() {
  const state = valuesState.value;
  if (state.kind === 'failed') return <p class="insp-where failed">not computed: {state.why}</p>;
  const words = { idle: 'no value yet', computing: 'computing', ready: 'this model has none' };
  return <p class="insp-where">{words[state.kind]}</p>;
}
