// The commands of a wallet, each on the way of every confirm page: fields, what they do, press.
import type { Context } from 'hono';
import { factsSeen } from '../../../domain/contracts/seen/parts.ts';
import type { Party } from '../../../domain/people.ts';
import type { Rejection } from '../../../domain/rejections.ts';
import type { WalletPreview, WalletRequest } from '../../../engine/requests.ts';
import { isWalletCommand, type WalletCommandShape } from '../../../wire/commands.ts';
import { parseForm } from '../../../wire/forms.ts';
import { rejectionSentence } from '../../../words/rejections.ts';
import { fullMomentText } from '../../../words/time.ts';
import { type Confirming, carryOut, showConfirm, workOutAgain } from '../../confirm/confirm.ts';
import { formOf } from '../../context/form.ts';
import { frameOf } from '../../context/frame.tsx';
import type { SignedInEnv, Site } from '../../context/site.ts';
import { answerNotFound } from '../../context/trouble.tsx';
import { renderPage } from '../../parts/page.tsx';
import { type MoneyHere, moneyHere, partyOf } from '../money-of.ts';
import { CommandPage } from './command-page.tsx';
import { methodsFor } from './methods-for.ts';
import { withPick } from './picks.ts';

type Ctx = Context<SignedInEnv>;

type Asked = {
  readonly site: Site;
  readonly c: Ctx;
  readonly here: MoneyHere;
  readonly command: WalletCommandShape;
};

async function askedFor(site: Site, c: Ctx): Promise<Asked | null> {
  const command = c.req.param('command') ?? '';
  if (!isWalletCommand(command)) return null;
  if (site.policy.currencies[c.req.param('currency') ?? ''] === undefined) return null;
  const here = await moneyHere(site, c.get('person'), c.req.param('currency') ?? '');
  return here === null ? null : { site, c, here, command };
}

export async function answerLook(site: Site, c: Ctx): Promise<Response> {
  const asked = await askedFor(site, c);
  if (asked === null) return answerNotFound(site, c);
  return showConfirm(c, confirming(asked), initialForm(asked));
}

export async function answerPress(site: Site, c: Ctx): Promise<Response> {
  const asked = await askedFor(site, c);
  if (asked === null) return answerNotFound(site, c);
  const form = await formOf(c);
  const way = confirming(asked);
  return form.get('_do') === 'confirm' ? carryOut(c, way, form) : workOutAgain(c, way, form);
}

/** The fields of the address, and what is chosen already where one choice is obvious. */
function initialForm({ c, here, command }: Asked): URLSearchParams {
  const form = new URL(c.req.url).searchParams;
  const [first] = methodsFor(command, here);
  if (!form.has('method') && first !== undefined) form.set('method', first.id);
  return form;
}

type WalletCommandRead = WalletRequest['command'];

function confirming({
  site,
  c,
  here,
  command,
}: Asked): Confirming<WalletCommandRead, WalletPreview> {
  const person = c.get('person');
  const wallet = { person: person.id, currency: here.currency };
  const by = (asked: WalletCommandRead) => ({ as: actsAs(c, asked), person: person.id });
  return {
    read: (form) => parseForm(command, withPick(command, form)),
    sketch: (asked) => asked,
    lacking: () => [],
    preview: (asked) => site.engine.previewWallet({ wallet, command: asked, by: by(asked) }),
    execute: (asked, key, promise) =>
      site.engine.execute({ wallet, command: asked, by: by(asked), key, promise }),
    say: (rejection) => said(rejection, here.currency, person.timeZone),
    page: async (shown) => {
      const frame = await frameOf(site, c, 'money');
      const fresh = (await moneyHere(site, person, here.currency)) ?? here;
      const props = { frame, person, command, here: fresh, shown };
      return renderPage(<CommandPage {...props} pressKey={crypto.randomUUID()} />);
    },
    done: () => `/money/${here.currency}?did=${command}`,
  };
}

/** Money is withdrawn as whom it belongs to; it is added by clients. */
function actsAs(c: Ctx, asked: WalletCommandRead): Party {
  if (asked.type === 'deposit') return 'client';
  return partyOf(c.get('person'), typeof asked.as === 'string' ? asked.as : undefined);
}

export function said({ rejected, facts }: Rejection, currency: string, zone: string): string {
  const when = (at: string) => fullMomentText(Temporal.Instant.from(at), zone);
  return rejectionSentence({ rejected, facts: factsSeen(facts) }, { currency, when });
}
