// How a page opens: where one is, what it is called, its state in one sentence with a subject,
// an amount and a date, then the facts that do not change.
import type { ComponentChildren } from 'preact';

export type Crumb = { readonly href: string; readonly label: string };

export type HeadProps = {
  readonly crumbs?: readonly Crumb[] | undefined;
  /** In place of crumbs, such as today's date on the home page. */
  readonly above?: ComponentChildren;
  /** The object's name. Left out, the state itself is the page's heading. */
  readonly title?: string | undefined;
  readonly state: ComponentChildren;
  readonly facts?: readonly ComponentChildren[] | undefined;
};

export function Head({ crumbs, above, title, state, facts }: HeadProps) {
  return (
    <header class="head">
      {crumbs && <Crumbs crumbs={crumbs} />}
      {above && <p class="crumb">{above}</p>}
      {title === undefined ? (
        <h1 class="state">{state}</h1>
      ) : (
        <>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <p class="state">{state}</p>
        </>
      )}
      {facts && <Facts facts={facts} />}
    </header>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <p class="crumb">
      {crumbs.map(({ href, label }, index) => (
        <span key={href}>
          {index > 0 && ' / '}
          <a href={href}>
            <bdi>{label}</bdi>
          </a>
        </span>
      ))}
    </p>
  );
}

function Facts({ facts }: { facts: readonly ComponentChildren[] }) {
  return (
    <p class="facts">
      {facts.map((fact, index) => (
        <span key={index}>{fact} </span>
      ))}
    </p>
  );
}

export type Tab = {
  readonly href: string;
  readonly label: string;
  readonly count?: string | undefined;
  readonly current?: boolean | undefined;
};

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label} {tab.count && <b>{tab.count}</b>}
        </a>
      ))}
    </nav>
  );
}
