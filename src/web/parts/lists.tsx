// Lists of the entrance pages: what needs the reader, who one can be in the example, steps to
// try, and plain lists of links.
import type { ComponentChildren } from 'preact';
import { ButtonLink } from './button.tsx';
import { Face, type FaceProps } from './face.tsx';
import type { Reader } from './frame.ts';
import { Deadline } from './panel.tsx';

export type Need = {
  readonly key: string;
  readonly title: ComponentChildren;
  readonly at?: Temporal.Instant | undefined;
  /** What silence leads to. */
  readonly silence: ComponentChildren;
  readonly href: string;
  readonly label: string;
};

/** Soonest first; the first one's button is the page's primary. */
export function Needs({ needs, reader }: { needs: readonly Need[]; reader: Reader }) {
  return (
    <ol class="needs">
      {needs.map((need, index) => (
        <li key={need.key}>
          <h3>{need.title}</h3>
          {need.at && <Deadline at={need.at} reader={reader} />}
          <p class="silence">{need.silence}</p>
          <ButtonLink href={need.href} look={index === 0 ? 'primary' : 'plain'}>
            {need.label}
          </ButtonLink>
        </li>
      ))}
    </ol>
  );
}

export type Person = FaceProps & {
  readonly name: string;
  readonly role: string;
  readonly about: ComponentChildren;
  /** The form or button that continues as this person. */
  readonly action: ComponentChildren;
};

export function Persons({ persons }: { persons: readonly Person[] }) {
  return (
    <ol class="persons">
      {persons.map((person) => (
        <li key={person.name}>
          <Face initials={person.initials} org={person.org} large />
          <h3>
            <bdi>{person.name}</bdi> <small>{person.role}</small>
          </h3>
          <p>{person.about}</p>
          <div class="act">{person.action}</div>
        </li>
      ))}
    </ol>
  );
}

export function Steps({ steps }: { steps: readonly ComponentChildren[] }) {
  return (
    <ol class="steps">
      {steps.map((step, index) => (
        <li key={index}>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}

export type LinkItem = {
  readonly href: string;
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren;
};

export function Links({ links }: { links: readonly LinkItem[] }) {
  return (
    <ul class="list-links">
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href}>{link.label}</a>
          {link.note && <small>{link.note}</small>}
        </li>
      ))}
    </ul>
  );
}
