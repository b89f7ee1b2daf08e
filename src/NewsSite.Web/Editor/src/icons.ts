// Drawn on a grid of 20 with a line of 1.5; names of block types' icons come from the catalogue.
const shapes: Readonly<Record<string, string>> = {
  text: 'M4 5h12M4 9h12M4 13h8',
  speech: 'M3.5 4.5h13v8.5h-7l-3.5 3v-3h-2.5z',
  quote: 'M8 6c-2.5.6-3.7 2.300-3.700 5v2.500h3.700v-3.700h-1.800M15.700 6c-2.500.6-3.700 2.300-3.700 5v2.500h3.700v-3.700h-1.800',
  'pull-quote': 'M3 4h14M3 5.800h14M5 10h10M5 13h7M3 16.500h14',
  picture: 'M3 4.500h14v11h-14zM3 13l4-4 3.500 3.500 2-2 4.500 4M13.200 8a.8.8 0 1 0 .01 0',
  play: 'M10 3a7 7 0 1 0 .01 0zM8.500 7l4.500 3-4.500 3z',
  checklist: 'M3.500 5h3v3h-3zM3.500 12h3v3h-3zM9.500 6.500h7M9.500 13.500h7',
  chart: 'M3.500 3.500v13h13M6.500 13l3-3.500 3 1.500 3.500-5',
  document: 'M5 3h7l3 3v11h-10zM12 3v3h3M7.500 10h5M7.500 13h5',
  list: 'M7 5.500h9.500M7 10h9.500M7 14.500h9.500M3.500 5.500h.5M3.500 10h.5M3.500 14.500h.5',
  numbers: 'M8 5.500h8.500M8 10h8.500M8 14.500h8.500M3.500 4.500l1-.5v3.500M3.300 12.800c.3-1 2-.9 1.900.2-.1.900-1.900 1.500-1.900 2.500h2',
  phone: 'M4 4.500c0 6.500 5 11.500 11.500 11.500l1-3-3.500-1.500-1.500 1.500c-2-1-3.500-2.500-4.500-4.500l1.500-1.500-1.500-3.500z',
  link: 'M8.500 11.500l3-3M9 6.500l1.800-1.800a3.200 3.200 0 0 1 4.500 4.500l-1.800 1.800M11 13.500l-1.800 1.800a3.200 3.200 0 0 1-4.500-4.500l1.800-1.800',
  block: 'M4 4h12v12h-12z',
  plus: 'M10 4v12M4 10h12',
  cross: 'M5 5l10 10M15 5l-10 10',
  up: 'M5 12.500l5-5 5 5',
  down: 'M5 7.500l5 5 5-5',
  grip: 'M7.500 5h.01M12.500 5h.01M7.500 10h.01M12.500 10h.01M7.500 15h.01M12.500 15h.01',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  bin: 'M4 6h12M8 6v-2h4v2M5.500 6l.7 10.500h7.600l.7-10.500',
  copy: 'M7 7h9v9h-9zM13 7v-3h-9v9h3',
  bold: 'M6 4h5a3 3 0 0 1 0 6h-5zM6 10h6a3 3 0 0 1 0 6h-6z',
  italic: 'M9 4h6M5 16h6M12 4l-4 12',
  heading2: 'M3 4.500v11M10 4.500v11M3 10h7M13 9.500c.3-2 4-2 3.800.3-.1 2-3.800 3.700-3.800 5.700h4',
  heading3: 'M3 4.500v11M10 4.500v11M3 10h7M13 8.800c1-1.700 3.700-1.300 3.700.6 0 1.300-1 1.800-2 1.800 1.200 0 2.300.6 2.300 2 0 2.300-3.300 2.600-4.300.8',
  rule: 'M3 10h14',
  table: 'M3 4.500h14v11h-14zM3 8.500h14M8 4.500v11',
  'row-above': 'M3 10.500h14v6h-14zM10 2.500v5M7.500 5h5',
  'row-below': 'M3 3.500h14v6h-14zM10 12.500v5M7.500 15h5',
  'row-off': 'M3 7h14v6h-14zM8.500 8.500l3 3M11.500 8.500l-3 3',
  'column-before': 'M10.500 3h6v14h-6zM2.500 10h5M5 7.500v5',
  'column-after': 'M3.500 3h6v14h-6zM12.500 10h5M15 7.500v5',
  'column-off': 'M7 3h6v14h-6zM8.500 8.500l3 3M11.500 8.500l-3 3',
  code: 'M7 6l-4 4 4 4M13 6l4 4-4 4',
  search: 'M9 4a5 5 0 1 0 .01 0zM12.700 12.700l4 4',
  help: 'M10 3a7 7 0 1 0 .01 0zM8 8c.2-2.300 4-2.200 4 .2 0 1.500-2 1.700-2 3.300M10 14h.01',
  back: 'M16 10h-12M9 5l-5 5 5 5',
  panel: 'M3 4h14v12h-14zM12 4v12',
  check: 'M4 10.500l4 4 8-9',
  upload: 'M10 13v-9M6 8l4-4 4 4M4 14v2.500h12v-2.500',
};

/** An icon that says nothing by itself: its button carries the words. */
export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('width', '20');
  svg.setAttribute('height', '20');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'glyph');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shapes[name] ?? shapes['block']!);
  svg.append(path);
  return svg;
}
