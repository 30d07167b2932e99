// Where things stand: the split of matter and sums, the chapter for pages where people decide,
// the section, the row of buttons.
import type { ComponentChildren } from 'preact';

export type SplitProps = {
  /** What happens: the left column. */
  readonly children: ComponentChildren;
  /** What it adds up to: the right column, on phones between the first part and the rest. */
  readonly aside: ComponentChildren;
  readonly asideLabel: string;
  readonly more?: ComponentChildren;
  /** The aside stays in sight while the page scrolls. */
  readonly stay?: boolean | undefined;
};

export function Split({ children, aside, asideLabel, more, stay = false }: SplitProps) {
  return (
    <div class="split">
      <div>{children}</div>
      <aside class={stay ? 'stay' : undefined} aria-label={asideLabel}>
        {aside}
      </aside>
      {more && <div class="more">{more}</div>}
    </div>
  );
}

export type SectionProps = {
  /** Unique on the page; it is also the fragment of links to the section. */
  readonly id: string;
  readonly title: string;
  /** The heading is there for screen readers only. */
  readonly titleHidden?: boolean | undefined;
  /** A quiet line at the heading's end. */
  readonly note?: ComponentChildren;
  /** In an aside, or first in a column: no space above. */
  readonly flush?: boolean | undefined;
  readonly children: ComponentChildren;
};

export function Section(props: SectionProps) {
  const { id, title, titleHidden = false, note, flush = false, children } = props;
  const heading = (
    <h2 id={id} class={titleHidden ? 'hidden' : undefined}>
      {title}
    </h2>
  );
  return (
    <section class={flush ? undefined : 'section'} aria-labelledby={id}>
      {note === undefined ? (
        heading
      ) : (
        <div class="between">
          {heading}
          <span class="note">{note}</span>
        </div>
      )}
      {children}
    </section>
  );
}

export type ChapterProps = {
  readonly id: string;
  readonly title: string;
  readonly titleHidden?: boolean | undefined;
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
};

/** A heading in the margin and its matter beside it; chapters are parted by hairlines. */
export function Chapter({ id, title, titleHidden = false, note, children }: ChapterProps) {
  return (
    <section class="chapter" aria-labelledby={id}>
      <header>
        <h2 id={id} class={titleHidden ? 'hidden' : undefined}>
          {title}
        </h2>
        {note && <p>{note}</p>}
      </header>
      <div>{children}</div>
    </section>
  );
}

export function Row({ children }: { children: ComponentChildren }) {
  return <div class="row">{children}</div>;
}

export type Gap = 'tight' | 'close' | 'airy';

/** Things under each other: `tight` 8 px, `close` 12, by default 16, `airy` 24. */
export function Stack({ gap, children }: { gap?: Gap; children: ComponentChildren }) {
  return <div class={gap === undefined ? 'stack' : `stack ${gap}`}>{children}</div>;
}
