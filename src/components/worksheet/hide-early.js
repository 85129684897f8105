// Before the first paint: hides what the page's link says, `?hide=code,widget:heads`. The parts are in words.ts.
{
  const root = document.documentElement;
  const { parts, widgetParts } = JSON.parse(document.currentScript.dataset.words);
  const asked = new URLSearchParams(location.search).get('hide') ?? '';
  const words = [...new Set(asked.toLowerCase().split(/[\s,]+/))].filter(Boolean).slice(0, 64);
  const selectorOf = (word) => {
    const [, kind, name] = word.match(/^([a-z]+)(?::([a-z-]+))?$/) ?? [];
    const known = (name ? widgetParts : parts).find(([one]) => one === kind);
    return known?.[1].replaceAll('*', name);
  };
  const known = words.filter(selectorOf);
  const unknown = words.filter((word) => !selectorOf(word));
  if (known.length > 0) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${known.map(selectorOf).join()} { display: none !important; }`);
    document.adoptedStyleSheets.push(sheet);
    root.dataset.hidden = known.join(' ');
  }
  if (unknown.length > 0) root.dataset.unknown = unknown.join(' ');
}
