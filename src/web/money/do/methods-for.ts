// Which payment methods a command can use: verified cards pay in, verified bank accounts receive,
// and what is not verified yet can be.
import type { WalletSeen } from '../../../reads/wallet.ts';
import type { WalletCommandShape } from '../../../wire/commands.ts';
import type { MoneyHere } from '../money-of.ts';

export function methodsFor(
  command: WalletCommandShape,
  { wallet }: MoneyHere,
): WalletSeen['methods'] {
  if (command === 'add_payment_method') return [];
  return wallet.methods.filter(({ kind, verified }) => {
    if (command === 'verify_payment_method') return !verified;
    return verified && kind === (command === 'deposit' ? 'card' : 'bank');
  });
}
