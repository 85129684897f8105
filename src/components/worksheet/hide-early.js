{
  const given = JSON.parse(document.currentScript.dataset.words);
  const [parts, widgetParts] = given.map((list) => new Map(list));
  const asked = new URLSearchParams(location.search).get('hide') ?? '';
  const words = [...new Set(asked.toLowerCase().split(/[\s,]+/))].filter(Boolean).slice(0, 64);
  const selectorOf = (word) => {
    const [, kind, name] = word.match(/^([a-z]+)(?::([a-z-]+))?$/) ?? [];
    return (name ? widgetParts : parts).get(kind)?.replaceAll('*', name);
  };
  const hidden = words.filter(selectorOf);
  const unknown = words.filter((word) => !selectorOf(word));
  const { dataset } = document.documentElement;
  if (hidden.length > 0) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${hidden.map(selectorOf).join()} { display: none !important; }`);
    document.adoptedStyleSheets.push(sheet);
    dataset.hidden = hidden.join(' ');
  }
  if (unknown.length > 0) dataset.unknown = unknown.join(' ');
}
