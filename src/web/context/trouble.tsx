// Pages for what did not work: what happened, that nothing was changed, and what to do. The page
// for what is not there is the same whether it never was or belongs to strangers.

import type { Context } from 'hono';
import type { ComponentChildren } from 'preact';
import { ButtonLink } from '../parts/button.tsx';
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Row } from '../parts/layout.tsx';
import { renderPage } from '../parts/page.tsx';
import { bareFrame, frameOf } from './frame.tsx';
import { Shell } from './shell.tsx';
import type { Site } from './site.ts';

export type Trouble = {
  readonly status: 400 | 403 | 404 | 405 | 413 | 429 | 500 | 503;
  /** The title of the window. */
  readonly title: string;
  readonly state: string;
  readonly children: ComponentChildren;
  readonly action?: { readonly href: string; readonly label: string };
};

export const notFound: Trouble = {
  status: 404,
  title: 'Not found',
  state: 'There is nothing here that you can see.',
  children: (
    <>
      The address may be mistyped, or what it leads to belongs to other people. Nothing was changed.
    </>
  ),
};

/** A form that was sent from another site, or from a page of this one under another address. */
export const foreignForm: Trouble = {
  status: 403,
  title: 'Refused',
  state: 'Nothing was done: the form came from another site.',
  children: (
    <>
      This server takes forms from its own pages only. Go to the page itself, under the address that
      this server has, and press the button there.
    </>
  ),
};

export const unreadableForm: Trouble = {
  status: 400,
  title: 'Not understood',
  state: 'Nothing was done: what arrived is no form of this server.',
  children: <>Go back to the page, and press the button there again.</>,
};

export const tooLarge: Trouble = {
  status: 413,
  title: 'Too much',
  state: 'Nothing was done: that was more than this server takes at once.',
  children: <>Go back, shorten what you wrote, and send it again.</>,
};

export function serverError(reference: string): Trouble {
  return {
    status: 500,
    title: 'It did not work',
    state: 'This server made a mistake, and what you asked for was not finished.',
    children: (
      <>
        If you pressed a button that moves money, look at the contract or the balance before you
        press it again: a command that was carried out is shown there. Whoever runs this server
        finds the mistake in its log under <code>{reference}</code>.
      </>
    ),
  };
}

export async function answerTrouble(site: Site, c: Context, trouble: Trouble): Promise<Response> {
  // When something has failed, looking something up may fail again.
  const frame = trouble.status >= 500 ? bareFrame(site, c) : await frameOf(site, c);
  return c.html(renderPage(<TroublePage frame={frame} {...trouble} />), trouble.status);
}

export async function answerNotFound(site: Site, c: Context): Promise<Response> {
  return answerTrouble(site, c, notFound);
}

function TroublePage({ frame, title, state, children, action }: Trouble & { frame: Frame }) {
  const { href, label } = action ?? { href: '/', label: 'Go to the first page' };
  return (
    <Shell frame={frame} title={title}>
      <Head state={state} />
      <p class="measured above-4">{children}</p>
      <div class="above-5">
        <Row>
          <ButtonLink href={href}>{label}</ButtonLink>
        </Row>
      </div>
    </Shell>
  );
}
