// The icons: one inline sprite a page, 16 px grid, drawn with the text's own colour. An icon
// always stands beside a word, so it is hidden from screen readers. Never an emoji.
import type { ComponentChildren } from 'preact';

const ICONS = {
  clock: [<circle key="a" cx="8" cy="8" r="6.2" />, <path key="b" d="M8 4.6V8l2.3 1.6" />],
  done: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  half: [
    <circle key="a" cx="8" cy="8" r="6" />,
    <path key="b" d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" stroke="none" />,
  ],
  ring: <circle cx="8" cy="8" r="6" />,
  void: <path d="M3.5 3.5l9 9m0-9l-9 9" />,
  check: <path d="M2.8 8.6l3.4 3.4 7-7.6" />,
  no: [<circle key="a" cx="8" cy="8" r="6.2" />, <path key="b" d="M3.7 12.3l8.6-8.6" />],
  alert: [<circle key="a" cx="8" cy="8" r="6.2" />, <path key="b" d="M8 4.8v3.8M8 11v.1" />],
  search: [<circle key="a" cx="7" cy="7" r="4.6" />, <path key="b" d="M10.5 10.5L14 14" />],
  home: <path d="M2.5 7.2L8 2.6l5.5 4.6v6.2h-11z" />,
  paper: <path d="M3.5 1.8h6l3 3v9.4h-9zM6 7.5h4M6 10.3h4" />,
  coin: <path d="M2 4.5h12v8H2zM2 7.2h12" />,
  talk: <path d="M2.2 3h11.6v7.6H7.4L4.4 13.4v-2.8H2.2z" />,
  shield: [
    <path key="a" d="M8 1.8l5.2 1.8v4c0 3.4-2.2 5.6-5.2 6.6-3-1-5.2-3.2-5.2-6.6v-4z" />,
    <path key="b" d="M5.6 8l1.8 1.8 3.2-3.6" />,
  ],
  person: [
    <circle key="a" cx="8" cy="5.2" r="2.7" />,
    <path key="b" d="M2.8 13.6c.4-2.9 2.4-4.4 5.2-4.4s4.8 1.5 5.2 4.4" />,
  ],
  book: [
    <path key="a" d="M8 3.6C6.5 2.6 4.4 2.4 2.2 2.8v9.8c2.2-.4 4.3-.2 5.8.8V3.6z" />,
    <path key="b" d="M8 3.6c1.5-1 3.6-1.2 5.8-.8v9.8c-2.2-.4-4.3-.2-5.8.8" />,
  ],
  plus: <path d="M8 3v10M3 8h10" />,
  left: <path d="M10 3L5 8l5 5" />,
  right: <path d="M6 3l5 5-5 5" />,
} satisfies Record<string, ComponentChildren>;

export type IconName = keyof typeof ICONS;

/** Once a page, before the first icon; the page shell does it. */
export function Sprite() {
  return (
    <svg hidden width="0" height="0" aria-hidden="true">
      <defs>
        {Object.entries(ICONS).map(([name, shape]) => (
          <symbol key={name} id={`icon-${name}`} viewBox="0 0 16 16">
            {shape}
          </symbol>
        ))}
      </defs>
    </svg>
  );
}

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  );
}
