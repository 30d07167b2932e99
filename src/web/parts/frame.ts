// What a page knows about the request it answers, besides its own matter: who reads, when and
// where, on which server, by which rules. The pages' app makes one per request; every shell and
// every deadline takes it. Plain values only.
import type { ComponentChildren } from 'preact';
import type { Assets } from '../assets.ts';
import type { Theme } from '../theme.ts';
import type { IconName } from './sprite.tsx';

/** When and where a page is read: deadlines are told in this zone, counted from this moment. */
export type Reader = { readonly now: Temporal.Instant; readonly zone: string };

export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current?: boolean | undefined;
  /** How many things behind it need the reader; nothing is shown for 0. */
  readonly needs?: number | undefined;
};

export type Frame = {
  readonly assets: Pick<Assets, 'href' | 'fonts'>;
  readonly reader: Reader;
  readonly theme: Theme;
  /** The path and query of this page: the theme switch returns to it. */
  readonly path: string;
  readonly home: string;
  readonly nav: readonly NavItem[];
  readonly me?: Me | undefined;
  readonly server: { readonly version: string; readonly runBy: string };
  readonly links: readonly { readonly href: string; readonly label: string }[];
  /** Present in evaluation mode only: the banner that cannot be dismissed. */
  readonly evaluation?: Evaluation | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
};

export type Me = {
  readonly name: string;
  readonly initials: string;
  readonly href: string;
  /** Where the form that signs out posts to. */
  readonly signOut: string;
};

export type Evaluation = {
  /** How to run this server for real. */
  readonly href: string;
  /** The sandbox clock, where pages may move it: its own line with a link. */
  readonly clock?: ComponentChildren;
  /** The same clock in the foot: a form that moves it from any page. */
  readonly control?: ComponentChildren;
};
