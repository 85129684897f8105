import { parseHTML } from 'linkedom';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Button } from '../../../src/components/controls/Button.tsx';
import { NumberField } from '../../../src/components/controls/NumberField.tsx';
import { Segmented } from '../../../src/components/controls/Segmented.tsx';
import { Select } from '../../../src/components/controls/Select.tsx';
import { Slider } from '../../../src/components/controls/Slider.tsx';
import { StatusLine } from '../../../src/components/controls/StatusLine.tsx';

const nothing = () => undefined;
const render = (node: VNode) => parseHTML(`<body>${renderToString(node)}</body>`).document;

describe('every control is a real input with a name', () => {
  test('a slider tells its value, unit, consequence and default', () => {
    const page = render(
      <Slider
        label="heads"
        letter="H"
        value={4}
        min={1}
        max={8}
        step={1}
        initial="2"
        text={(value) => `${value} heads`}
        detail="K = 8"
        onInput={nothing}
      />,
    );
    const input = page.querySelector('input[type="range"]')!;
    expect(input.getAttribute('aria-label')).toBe('heads');
    expect(input.getAttribute('aria-valuetext')).toBe('4 heads, K = 8');
    expect(input.getAttribute('value')).toBe('4');
    expect(page.querySelector('output')!.textContent).toBe('4 heads · K = 8');
    expect(page.querySelector('label')!.getAttribute('title')).toBe('default: 2');
    expect(page.querySelector('i')!.className).toBe('dim dim-H');
  });

  test('a letter that is no dimension has no line', () => {
    const knob = { value: 4, min: 1, max: 8, step: 1, onInput: nothing };
    const page = render(<Slider label="depth" letter="L" {...knob} />);
    expect(page.querySelector('i')!.className).toBe('');
  });

  test('a select offers its choices', () => {
    const choices = ['learned', 'none'];
    const page = render(
      <Select label="positions" value="none" choices={choices} onInput={nothing} />,
    );
    const options = [...page.querySelectorAll('option')];
    expect(options.map((option) => option.textContent)).toEqual(choices);
    expect(options[1]!.hasAttribute('selected')).toBe(true);
  });

  test('a number field marks what is no number', () => {
    const field = { label: 'seed', min: 0, max: 9, onInput: nothing };
    const bad = render(<NumberField {...field} value={NaN} />).querySelector('input')!;
    expect(bad.getAttribute('aria-invalid')).toBe('true');
    expect(bad.hasAttribute('value')).toBe(false);
    const good = render(<NumberField {...field} value={3} />).querySelector('input')!;
    expect(good.hasAttribute('aria-invalid')).toBe(false);
  });

  test('a segmented row says which choice is taken', () => {
    const page = render(
      <Segmented label="scale" value="on" choices={['on', 'off']} onInput={nothing} />,
    );
    const states = [...page.querySelectorAll('button')].map((button) =>
      button.getAttribute('aria-pressed'),
    );
    expect(states).toEqual(['true', 'false']);
    expect(page.querySelector('[role="group"]')!.getAttribute('aria-label')).toBe('scale');
  });
});

test('a button that cannot be pressed says why', () => {
  const page = render(<Button label="Train" reason="8 does not divide 3" onPress={nothing} />);
  const button = page.querySelector('button')!;
  expect(button.hasAttribute('disabled')).toBe(true);
  expect(button.getAttribute('title')).toBe('8 does not divide 3');
  expect(button.textContent).toBe('Train');
});

test('a status line leaves out what there is nothing to say about', () => {
  const page = render(<StatusLine facts={['webgl', '', null, '3 ms']} />);
  expect([...page.querySelectorAll('span')].map((span) => span.textContent)).toEqual([
    'webgl',
    '3 ms',
  ]);
});
