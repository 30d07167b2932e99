// The shell for pages that both guests and people who are signed in may see: whoever reads gets
// their own navigation.
import type { ComponentChildren } from 'preact';
import type { AssetName } from '../assets.ts';
import type { Frame } from '../parts/frame.ts';
import { GuestShell, Page } from '../parts/page.tsx';

export type ShellProps = {
  readonly frame: Frame;
  readonly title: string;
  readonly scripts?: readonly AssetName[] | undefined;
  readonly children: ComponentChildren;
};

export function Shell(props: ShellProps) {
  if (props.frame.me !== undefined) return <Page {...props} />;
  return <GuestShell {...props} welcome={false} signIn={{ href: '/sign-in', label: 'Sign in' }} />;
}
