// The fields of the wallet's commands. Choices that have only one answer are made already.

import type { WalletPreview } from '../../../engine/requests.ts';
import type { Person } from '../../../people/person.ts';
import type { WalletCommandShape } from '../../../wire/commands.ts';
import { formatAmount } from '../../../words/money.ts';
import type { Shown } from '../../confirm/shown.ts';
import { Choice } from '../../parts/form/choice.tsx';
import { Field } from '../../parts/form/field.tsx';
import { Chapter } from '../../parts/layout.tsx';
import type { MoneyHere } from '../money-of.ts';
import { methodsFor } from './methods-for.ts';
import { picks } from './picks.ts';

export type CommandFieldsProps = {
  readonly command: WalletCommandShape;
  readonly here: MoneyHere;
  readonly person: Person;
  readonly shown: Shown<WalletPreview>;
};

export function CommandFields(props: CommandFieldsProps) {
  const { command, here, shown } = props;
  switch (command) {
    case 'deposit':
      return (
        <Chapter id="how-much" title="How much">
          <Amount {...props} hint="What you add can fund milestones without another charge." />
          <Methods {...props} kind="card" legend="Which card is charged" />
        </Chapter>
      );
    case 'withdraw':
      return (
        <Chapter id="how-much" title="How much">
          <Amount {...props} hint="From what is available. The bank takes no fee here." />
          <Sides {...props} />
          <Methods {...props} kind="bank" legend="Where it goes" />
        </Chapter>
      );
    case 'add_payment_method':
      return <NewMethod shown={shown} currency={here.currency} />;
    default:
      return (
        <Chapter id="which" title="Which one">
          <Methods {...props} legend="Which method is verified" />
        </Chapter>
      );
  }
}

function Amount({ here, shown, hint }: CommandFieldsProps & { readonly hint: string }) {
  return (
    <Field
      {...{ name: 'amount', label: `Amount in ${here.currency}`, hint, money: true }}
      value={shown.typed.value('amount')}
      error={shown.typed.error('amount')}
    />
  );
}

type MethodsProps = CommandFieldsProps & {
  readonly kind?: 'card' | 'bank';
  readonly legend: string;
};

/** Unverified ones are left out where one must be verified to be of use. */
function Methods({ command, here, shown, kind, legend }: MethodsProps) {
  const verifying = command === 'verify_payment_method';
  const methods = methodsFor(command, here);
  const [first] = methods;
  const path = `/money/${here.currency}`;
  if (first === undefined) {
    const what = kind === 'card' ? 'card' : 'bank account';
    return (
      <p class="measured above-5" id="method">
        {verifying ? 'Every payment method is verified. ' : `You have no verified ${what}. `}
        <a href={verifying ? path : `${path}/add_payment_method`}>
          {verifying ? 'Back to the balance' : `Add a ${what}`}
        </a>
      </p>
    );
  }
  return (
    <Choice
      {...{ name: 'method', legend }}
      options={methods.map(({ id, label }) => ({ value: id, label }))}
      value={shown.typed.value('method') || first.id}
      error={shown.typed.error('method')}
    />
  );
}

/** Who is both says whose money leaves. */
function Sides({ here, person, shown }: CommandFieldsProps) {
  const { client, freelancer } = here.wallet.balances;
  if (!person.roles.includes('client') || !person.roles.includes('freelancer')) return null;
  const price = (amount: string) => formatAmount(amount, here.currency);
  return (
    <Choice
      {...{ name: 'as', legend: 'Which of your money' }}
      options={[
        { value: 'freelancer', label: 'What you earned', price: price(freelancer.available) },
        { value: 'client', label: 'What you added as a client', price: price(client.available) },
      ]}
      value={shown.typed.value('as') || 'freelancer'}
      error={shown.typed.error('as')}
    />
  );
}

type NewMethodProps = { readonly shown: Shown<WalletPreview>; readonly currency: string };

function NewMethod({ shown, currency }: NewMethodProps) {
  const missing = ['kind', 'label', 'token'].some((field) => shown.typed.error(field));
  return (
    <Chapter
      id="which"
      title="Which one"
      note="This server pretends: no card number is asked for, and none would be kept."
    >
      <Choice
        {...{ name: '_pick', legend: `A payment method for ${currency}` }}
        options={picks.map(({ id, label, about }) => ({ value: id, label, note: about }))}
        value={shown.form.get('_pick') ?? undefined}
        error={missing ? 'Choose one of these.' : undefined}
      />
    </Chapter>
  );
}
