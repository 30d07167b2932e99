// The timeline: newest last, people louder than machines, each entry with its permalink, what it
// did to the money and who can see it.
import type { ComponentChildren } from 'preact';

export type EventEntry = {
  /** The event's number in its contract: the permalink is "#e-13". */
  readonly seq: number;
  /** Who did it, bold, in front of the sentence; left out where nobody did. */
  readonly actor?: string | undefined;
  /** "released milestone 1." after an actor; a whole sentence without one. */
  readonly text: ComponentChildren;
  /** A machine's entry is quiet; one that moved money to somebody is a full point. */
  readonly voice?: 'person' | 'machine' | 'money' | undefined;
  readonly quote?: string | undefined;
  /** Files that go with it: where they are, what they are called, how large they are. */
  readonly files?: readonly FileLink[] | undefined;
  readonly amount?: ComponentChildren;
  /** The amount is the reader's. */
  readonly good?: boolean | undefined;
  /** How the amount came about: "$600.00 − $60.00 fee". */
  readonly working?: ComponentChildren;
  readonly at: Temporal.Instant;
  /** The moment in words, in the reader's zone: "Fri 20 Nov, 16:02". */
  readonly when: string;
  /** Between the moment and the permalink: "both can see this". */
  readonly notes?: readonly ComponentChildren[] | undefined;
};

export type FileLink = { readonly href: string; readonly name: string; readonly size: string };

export function Events({ entries }: { entries: readonly EventEntry[] }) {
  return (
    <ol class="events">
      {entries.map((entry) => (
        <Entry key={entry.seq} {...entry} />
      ))}
    </ol>
  );
}

function Entry(entry: EventEntry) {
  const voice = entry.voice ?? 'person';
  return (
    <li id={`e-${entry.seq}`} class={voice === 'person' ? undefined : voice}>
      <p>
        {entry.actor !== undefined && (
          <>
            <b>
              <bdi>{entry.actor}</bdi>
            </b>{' '}
          </>
        )}
        {entry.text}
      </p>
      {entry.quote && (
        <blockquote>
          <p dir="auto">{entry.quote}</p>
        </blockquote>
      )}
      {entry.files !== undefined && <Files files={entry.files} />}
      {entry.amount && (
        <p class={entry.good ? 'amount good' : 'amount'}>
          <bdi>{entry.amount}</bdi>
          {entry.working && <small>{entry.working}</small>}
        </p>
      )}
      <p class="meta">
        <time datetime={entry.at.toString()}>{entry.when}</time>
        {(entry.notes ?? []).map((note, index) => (
          <span key={index}> · {note}</span>
        ))}
        {' · '}
        <a href={`#e-${entry.seq}`}>#{entry.seq}</a>
      </p>
    </li>
  );
}

/** Links to files. Turbo leaves them alone: what comes back is no page. */
export function Files({ files }: { readonly files: readonly FileLink[] }) {
  if (files.length === 0) return null;
  return (
    <ul class="files">
      {files.map(({ href, name, size }) => (
        <li key={href}>
          <a href={href} data-turbo="false">
            <bdi>{name}</bdi>
          </a>{' '}
          <small>{size}</small>
        </li>
      ))}
    </ul>
  );
}
