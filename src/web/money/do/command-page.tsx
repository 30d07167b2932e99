// The confirm page of a command on a wallet: the fields, the money now and afterwards, the
// movements, and a button that names the effect.

import type { WalletPreview } from '../../../engine/requests.ts';
import type { Person } from '../../../people/person.ts';
import type { WalletCommandShape } from '../../../wire/commands.ts';
import { commandPhrase } from '../../../words/commands.ts';
import { rejectionTitle } from '../../../words/rejections.ts';
import { capital } from '../../../words/scene.ts';
import { ConfirmPage, PutRight } from '../../confirm/confirm-page.tsx';
import type { Shown } from '../../confirm/shown.ts';
import type { Frame } from '../../parts/frame.ts';
import { Chapter } from '../../parts/layout.tsx';
import { Problem } from '../../parts/messages.tsx';
import type { MoneyHere } from '../money-of.ts';
import { said } from './commands.tsx';
import { Consequences } from './consequences.tsx';
import { CommandFields } from './fields.tsx';
import { methodsFor } from './methods-for.ts';
import { labelOf, openingOf, saysOf } from './phrases.ts';

export type CommandPageProps = {
  readonly frame: Frame;
  readonly person: Person;
  readonly command: WalletCommandShape;
  readonly here: MoneyHere;
  readonly shown: Shown<WalletPreview>;
  /** Unique for this showing: a press that arrives twice counts once. */
  readonly pressKey: string;
};

export function CommandPage(props: CommandPageProps) {
  const { frame, command, here, shown, pressKey } = props;
  const { preview } = shown;
  const path = `/money/${here.currency}`;
  const promise: Record<string, string> = preview === null ? {} : { _promise: preview.promise };
  return (
    <ConfirmPage
      frame={frame}
      crumbs={[
        { href: '/money', label: 'Money' },
        { href: path, label: here.currency },
      ]}
      title={capital(commandPhrase(command))}
      state={preview === null ? openingOf(command, here) : saysOf(preview)}
      problem={<Trouble {...props} />}
      action={`${path}/${command}`}
      keeps={{ ...promise, _key: pressKey }}
      press={
        preview === null ? null : { says: 'Nothing has happened yet.', label: labelOf(preview) }
      }
      look={isStuck(props) ? undefined : 'Look at what it does'}
      back={{ href: path, label: 'Change nothing' }}
    >
      <CommandFields {...props} />
      {preview !== null && (
        <Chapter
          id="effects"
          title="What changes"
          note="The same calculation is carried out when you press the button."
        >
          <Consequences preview={preview} here={here} reader={frame.reader} />
        </Chapter>
      )}
    </ConfirmPage>
  );
}

/** Refused whatever is typed: there is nothing to look at. */
function isStuck({ command, here, shown }: CommandPageProps): boolean {
  if (command === 'add_payment_method') return shown.trouble?.kind === 'refused';
  return methodsFor(command, here).length === 0;
}

function Trouble({ shown: { trouble }, here, frame }: CommandPageProps) {
  if (trouble === null) return null;
  if (trouble.kind === 'mistakes') return <PutRight mistakes={trouble.mistakes} />;
  if (trouble.kind === 'stale') {
    return (
      <Problem title="Nothing was done: your balance changed while you looked">
        The numbers below are new. Look at them, then press again.
      </Problem>
    );
  }
  const { rejection } = trouble;
  return (
    <Problem title={rejectionTitle(rejection.rejected)}>
      {said(rejection, here.currency, frame.reader.zone)} Nothing has happened.{' '}
      {rejection.rejected === 'payment_method_missing' && (
        <a href={`/money/${here.currency}/add_payment_method`}>Add a payment method</a>
      )}
    </Problem>
  );
}
