// The commands on a wallet. Amounts are still decimal strings, as in commands on contracts.
import type { Actor, Party } from '../people.ts';
import type { MethodKind } from './wallet.ts';

export type WalletFields = {
  deposit: { readonly amount: string; readonly method?: string };
  /** `as` says whose available money leaves, for a person who is both; else that of who acts. */
  withdraw: { readonly amount: string; readonly method: string; readonly as?: Party };
  add_payment_method: {
    readonly id?: string;
    readonly kind: MethodKind;
    readonly label: string;
    readonly token: string;
  };
  verify_payment_method: { readonly method: string };
  confirm_charge: { readonly charge: string };
  fail_charge: { readonly charge: string };
  confirm_payout: { readonly payout: string };
  fail_payout: { readonly payout: string };
};

export type WalletCommandName = keyof WalletFields;
export type WalletCommandOf<N extends WalletCommandName> = {
  readonly type: N;
  readonly by: Actor;
} & WalletFields[N];
export type WalletCommand = { [N in WalletCommandName]: WalletCommandOf<N> }[WalletCommandName];
