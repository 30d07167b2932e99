// What can I do? What is possible now, each with its effect; and what is not, with the reason
// and what to do instead. Nothing is silently missing. The end stands last, in red.
import type { ComponentChildren } from 'preact';
import { Icon } from './sprite.tsx';

export type PossibleAct = {
  readonly href: string;
  /** With "…" when a page follows that shows the consequences. */
  readonly label: string;
  readonly effect: ComponentChildren;
  /** Cannot be undone. */
  readonly stop?: boolean | undefined;
};

export type NotNowAct = {
  readonly label: string;
  readonly why: ComponentChildren;
  /** A sentence, or links to what does help. */
  readonly instead?:
    | ComponentChildren
    | readonly { readonly href: string; readonly label: string }[];
};

export type ActsProps = {
  readonly possible: readonly PossibleAct[];
  readonly notNow: readonly NotNowAct[];
  /** The best ones stand above already: these are others. */
  readonly more?: boolean | undefined;
  /** Under a heading that says it. */
  readonly headless?: boolean | undefined;
};

export function Acts({ possible, notNow, more = false, headless = false }: ActsProps) {
  return (
    <div class="acts">
      {possible.length > 0 && (
        <div>
          <h3>{more ? 'Also possible' : 'Possible now'}</h3>
          <ul>
            {possible.map((act) => (
              <li key={act.label}>
                <a href={act.href} class={act.stop ? 'stop' : undefined}>
                  {act.label}
                </a>{' '}
                {act.effect}
              </li>
            ))}
          </ul>
        </div>
      )}
      {notNow.length > 0 && (
        <div>
          {!headless && <h3>Not now</h3>}
          <ul>
            {notNow.map((act) => (
              <li key={act.label} class="not">
                <span>
                  <Icon name="no" /> {act.label}
                </span>{' '}
                {act.why} <Instead instead={act.instead} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

type Links = readonly { readonly href: string; readonly label: string }[];

function Instead({ instead }: { instead: NotNowAct['instead'] }) {
  if (!areLinks(instead)) return instead ? <span class="instead">{instead}</span> : null;
  if (instead.length === 0) return null;
  return (
    <span class="instead">
      Instead:{' '}
      {instead.map((link, index) => (
        <span key={link.href}>
          {index > 0 && ', or '}
          <a href={link.href}>{link.label}</a>
        </span>
      ))}
    </span>
  );
}

function areLinks(instead: NotNowAct['instead']): instead is Links {
  return (
    Array.isArray(instead) &&
    instead.every((item) => item !== null && typeof item === 'object' && 'href' in item)
  );
}
