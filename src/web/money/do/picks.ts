// The pretended cards and bank accounts that evaluation mode lets people add. A real provider
// shows a form of its own and gives a token; no card number ever reaches this server.
import type { WalletCommandShape } from '../../../wire/commands.ts';

export type Pick = {
  readonly id: string;
  readonly kind: 'card' | 'bank';
  readonly label: string;
  readonly token: string;
  readonly about: string;
};

export const picks: readonly Pick[] = [
  {
    id: 'card',
    kind: 'card',
    label: 'Card ending 4242',
    token: 'card_ok',
    about: 'Every charge goes through, a few seconds later.',
  },
  {
    id: 'declined',
    kind: 'card',
    label: 'Card ending 0002',
    token: 'card_declines',
    about: 'Every charge is declined, to see what happens then.',
  },
  {
    id: 'bank',
    kind: 'bank',
    label: 'Account ending 88',
    token: 'bank_ok',
    about: 'Receives what you withdraw.',
  },
];

/** A choice made on the page, as the fields of the command. */
export function withPick(command: WalletCommandShape, form: URLSearchParams): URLSearchParams {
  const pick = picks.find(({ id }) => id === form.get('_pick'));
  if (command !== 'add_payment_method' || pick === undefined) return form;
  const { kind, label, token } = pick;
  return new URLSearchParams({ ...Object.fromEntries(form), kind, label, token });
}
