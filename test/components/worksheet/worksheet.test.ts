import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  parts,
  selectorsOf,
  unknownSentence,
  widgetParts,
  withHidden,
  withoutHidden,
} from '../../../src/components/worksheet/words.ts';
import { damagedQuery, fuzzed, oddText, patience } from '../../fuzz.ts';

const code = readFileSync('src/components/worksheet/hide-early.js', 'utf8').replace(/\n\s*/g, '');
const words = JSON.stringify([parts, widgetParts].map(selectorsOf));

interface Early {
  rules: string[];
  hidden?: string;
  unknown?: string;
}

/** What the script of the page's head does with an address. */
function early(search: string): Early {
  const rules: string[] = [];
  const dataset: { hidden?: string; unknown?: string } = {};
  const document = {
    documentElement: { dataset },
    currentScript: { dataset: { words } },
    adoptedStyleSheets: [] as unknown[],
  };
  class Sheet {
    replaceSync(text: string): void {
      rules.push(text);
    }
  }
  new Function('document', 'location', 'CSSStyleSheet', code)(document, { search }, Sheet);
  expect(document.adoptedStyleSheets).toHaveLength(rules.length);
  return { rules, ...dataset };
}

describe('a link’s hidden parts', () => {
  test('are none where it does not ask', () => {
    expect(early('')).toEqual({ rules: [] });
    expect(early('?image=coffee&hide=')).toEqual({ rules: [] });
  });

  test('are hidden by one rule', () => {
    expect(early('?seed=2&hide=code,widget:heads')).toEqual({
      rules: ['.cell,[data-place="heads"], [data-widget="heads"] { display: none !important; }'],
      hidden: 'code widget:heads',
    });
  });

  test('may be written with spaces, capitals and twice', () => {
    expect(early('?hide=Notes, code+notes').hidden).toBe('notes code');
    expect(early('?hide=widget%3Aheads%2Ccode').hidden).toBe('widget:heads code');
  });

  test('that are unknown are told, and hide nothing', () => {
    const { rules, unknown, hidden } = early('?hide=cod,widget:,widget:A"]{},table:heads,code');
    expect(unknown).toBe('cod widget: widget:a"]{} table:heads');
    expect(hidden).toBe('code');
    expect(rules).toHaveLength(1);
    expect(early('?hide=nothing').rules).toEqual([]);
  });

  test(
    'are data, whatever the link says',
    () => {
      const hide = fc.array(oddText).map((list) => `?hide=${list.join(',')}`);
      const any = fc.oneof(damagedQuery('hide'), hide);
      const rule = /^[\w\s.,:*>()="[\]-]+\{ display: none !important; \}$/;
      fc.assert(
        fc.property(any, (search) => {
          const { rules, hidden = '' } = early(search);
          for (const one of rules) expect(one).toMatch(rule);
          expect(hidden).toMatch(/^[a-z: -]*$/);
        }),
        fuzzed,
      );
    },
    patience,
  );
});

describe('the parts', () => {
  const page = parseHTML(`<body>
    <header class="head"><nav></nav></header>
    <section class="check" data-widget="x-check"><ol><li>
      <span class="question"></span>
      <div class="opts"></div>
      <div class="opts" id="why"><button aria-expanded="false"></button></div>
      <div class="answer"></div>
    </li></ol></section>
    <div data-place="heads"><section data-widget="heads"><div class="ctl"></div></section></div>
    <section data-widget="lab"><form class="knobs"></form></section>
  </body>`).document;
  const hiddenBy = (word: string) => {
    const selector = early(`?hide=${word}`).rules[0]!.replace(/\{.*/, '');
    return [...page.querySelectorAll(selector)].map((found) => found.id || found.className || found.tagName); // prettier-ignore
  };

  test('stand for what they name', () => {
    expect(hiddenBy('answers')).toEqual(['why', 'answer']);
    expect(hiddenBy('checks')).toEqual(['check']);
    expect(hiddenBy('contents')).toEqual(['NAV']);
    expect(hiddenBy('controls')).toEqual(['ctl', 'knobs']);
    expect(hiddenBy('controls:lab')).toEqual(['knobs']);
    expect(hiddenBy('widget:heads')).toEqual(['DIV', 'SECTION']);
  });

  test('have words of their own', () => {
    for (const list of [parts, widgetParts])
      expect(new Set(list.map(({ word }) => word)).size).toBe(list.length);
  });
});

test('the words are documented', () => {
  const rows = readFileSync('docs/teaching.md', 'utf8').matchAll(/^\| `([a-z]+)(:[a-z-]+)?` /gm);
  const found = [...rows].map(([, word, name]) => (name ? `${word}:` : word));
  const known = [...parts.map(({ word }) => word), ...widgetParts.map(({ word }) => `${word}:`)];
  expect(found).toEqual(known);
});

describe('a worksheet link', () => {
  test('keeps what else the address says', () => {
    expect(withHidden('', ['code', 'widget:heads'])).toBe('?hide=code,widget:heads');
    expect(withHidden('?image=coffee&hide=notes', ['code'])).toBe('?image=coffee&hide=code');
    expect(withHidden('?hide=notes', [])).toBe('');
    expect(withoutHidden('?hide=a&image=coffee&seed=2&hide=b')).toBe('?image=coffee&seed=2');
  });

  test('hides what was chosen', () => {
    const all = [...parts.map(({ word }) => word), 'widget:heads', 'controls:masks'];
    expect(early(withHidden('?image=coffee', all))).toMatchObject({ hidden: all.join(' ') });
  });
});

test('unknown words are told in one sentence, shortened', () => {
  expect(unknownSentence(['cod'])).toBe(
    'The link also names “cod”: there is nothing of that name on this page to hide.',
  );
  expect(unknownSentence(['a', 'b'])).toContain('names “a” and “b”:');
  expect(unknownSentence([...'abcdefg'])).toContain('“d”, “e” and 2 more:');
  expect(unknownSentence(['x'.repeat(99)])).toContain(`“${'x'.repeat(40)}…”`);
});
