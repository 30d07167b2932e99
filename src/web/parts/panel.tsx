// The panel: the one place of a page where one decides. It says what silence leads to, shows the
// steps that lead there, the deadline in three forms, and what can be done about it.
import type { ComponentChildren } from 'preact';
import { deadlineText } from '../../words/time.ts';
import type { Reader } from './frame.ts';
import { Icon } from './sprite.tsx';

export type PanelProps = {
  readonly id: string;
  readonly title: string;
  /** The title in the text's own colour, as over a form. */
  readonly strong?: boolean | undefined;
  readonly children: ComponentChildren;
};

export function Panel({ id, title, strong = false, children }: PanelProps) {
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id} class={strong ? 'strong' : undefined}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The large serif sentence; put its effect in `<b>`. */
export function Says({ children }: { children: ComponentChildren }) {
  return <p class="says">{children}</p>;
}

export function Note({ children }: { children: ComponentChildren }) {
  return <p class="note">{children}</p>;
}

export type ForecastStep = {
  /** "Now", "Fri 4 Dec"; with `at` it is written as that moment. */
  readonly when: string;
  readonly at?: Temporal.Instant | undefined;
  readonly what: ComponentChildren;
  readonly detail?: ComponentChildren;
};

/** Two to five steps if nobody acts; the first is now, the last a full point. */
export function Forecast({ steps }: { steps: readonly ForecastStep[] }) {
  return (
    <ol class="forecast" aria-label="If nobody acts">
      {steps.map((step, index) => (
        <li key={index} class={index === 0 ? 'now' : undefined}>
          {step.at === undefined ? (
            <span class="when">{step.when} </span>
          ) : (
            <time datetime={step.at.toString()}>{step.when} </time>
          )}
          <b>{step.what} </b>
          {step.detail}
        </li>
      ))}
    </ol>
  );
}

export type DeadlineProps = { readonly at: Temporal.Instant; readonly reader: Reader };

/** Local time with its city, UTC, what is left: always all three. Amber below 48 hours. */
export function Deadline({ at, reader }: DeadlineProps) {
  const text = deadlineText(at, reader.zone, reader.now);
  return (
    <p class={text.soon ? 'deadline soon' : 'deadline'}>
      <Icon name="clock" />
      <span class="moment">
        <time datetime={at.toString()}>{text.local}</time>{' '}
        {text.utc !== '' && <span class="utc">{text.utc}</span>}{' '}
        <span class="left">{text.left}</span>
      </span>
    </p>
  );
}

/** The same in a table's cell: local time, then UTC and what is left below it. */
export function DeadlineCell({ at, reader }: DeadlineProps) {
  const text = deadlineText(at, reader.zone, reader.now);
  return (
    <>
      <time datetime={at.toString()}>
        <b>{text.local}</b>
      </time>
      <small>{[text.utc, text.left].filter((part) => part !== '').join(' · ')}</small>
    </>
  );
}
