// Asks the payment provider about every charge, deposit and payout that waits, outside any
// transaction, and carries its answers in as commands of `payments`. Keys and references are made
// from what they are about, so asking or answering twice changes nothing. A transfer that timed
// out on our side is given up on theirs; when it is too late for that, the money is credited.
import type { Charge, Contract } from '../domain/contracts/contract.ts';
import { add, type Money } from '../domain/money/money.ts';
import { payments } from '../domain/people.ts';
import { isRejection } from '../domain/rejections.ts';
import { chargeableMethod, type Wallet, walletId } from '../domain/wallets/wallet.ts';
import { type PaymentProvider, ProviderAway } from '../outside/payments/provider.ts';
import type { Database } from '../store/connection.ts';
import { awaitingContracts } from '../store/contracts.ts';
import type { PolicyBook } from '../store/policies.ts';
import { awaitingWallets, readWallets, walletOfRow } from '../store/wallets.ts';
import type { Answer, EngineRequest } from './requests.ts';

export type Delivering = {
  readonly db: Database;
  readonly book: PolicyBook;
  readonly provider: PaymentProvider;
  readonly execute: (request: EngineRequest) => Promise<Answer>;
  readonly onTrouble: (error: unknown) => void;
};

type Asking = {
  readonly reference: string;
  readonly kind: 'charge' | 'payout';
  readonly amount: Money;
  /** Undefined when there is nothing to charge any more. */
  readonly token: string | undefined;
  readonly timedOut: boolean;
  readonly request: (how: 'confirm' | 'fail') => EngineRequest;
};

const page = 200;
/** At a time: a provider is asked over the network. */
const atOnce = 16;

/** Carries in what the provider has to say; how many answers that were. */
export async function deliverAll(room: Delivering): Promise<number> {
  let answers = 0;
  for (let after = ''; ; ) {
    const contracts = await awaitingContracts(room.db, room.book, after, page);
    answers += await deliverSome(room, await askingFor(room, contracts));
    if (contracts.length < page) break;
    after = contracts.at(-1)?.id ?? '';
  }
  for (let after = ''; ; ) {
    const wallets = await awaitingWallets(room.db, room.book, after, page);
    answers += await deliverSome(room, wallets.flatMap(askingOfWallet));
    if (wallets.length < page) return answers;
    after = wallets.at(-1)?.id ?? '';
  }
}

async function deliverSome(room: Delivering, all: readonly Asking[]): Promise<number> {
  let answers = 0;
  for (let start = 0; start < all.length; start += atOnce) {
    const some = all.slice(start, start + atOnce);
    const done = await Promise.all(some.map((asking) => deliverOne(room, asking)));
    answers += done.filter(Boolean).length;
  }
  return answers;
}

/** True when there was an answer. */
async function deliverOne(room: Delivering, asking: Asking): Promise<boolean> {
  const status = await askProvider(room, asking);
  if (status === 'waiting') return false;
  const answer = await room.execute(asking.request(status === 'done' ? 'confirm' : 'fail'));
  if (isRejection(answer)) {
    room.onTrouble(new Error(`${asking.reference} was refused: ${answer.rejected}`));
    return false;
  }
  return !answer.replayed;
}

async function askProvider({ provider, onTrouble }: Delivering, asking: Asking) {
  const { timedOut, token, ...transfer } = asking;
  try {
    if (timedOut || token === undefined) return await provider.giveUp(asking.reference);
    const { reference, kind, amount } = transfer;
    return await provider.ask({ reference, kind, amount, token });
  } catch (error) {
    // Away is no news: the next round asks again, and deadlines see to what takes too long.
    if (!(error instanceof ProviderAway)) onTrouble(error);
    return 'waiting';
  }
}

const isOpen = ({ status }: { readonly status: string }): boolean =>
  status === 'waiting' || status === 'timed_out';

/** The charges of contracts, each with the card that its payer has now. */
async function askingFor({ db, book }: Delivering, contracts: readonly Contract[]) {
  const walletOf = (c: Contract, { payer }: Charge) => walletId(c[payer], c.terms.currency);
  const ids = contracts.flatMap((c) => c.charges.filter(isOpen).map((one) => walletOf(c, one)));
  const { text, values = [] } = readWallets([...new Set(ids)]);
  const rows = contracts.length === 0 ? [] : await db.query(text, values);
  const wallets = new Map(rows.map((row) => [String(row.id), walletOfRow(row, book).state]));
  return contracts.flatMap((contract) => {
    return contract.charges.filter(isOpen).map((charge) => {
      const wallet = wallets.get(walletOf(contract, charge));
      const token = wallet === undefined ? undefined : chargeableMethod(wallet)?.token;
      return askingOf(contract, charge, token);
    });
  });
}

function askingOf(contract: Contract, charge: Charge, token: string | undefined): Asking {
  const reference = `${contract.id}/${charge.id}`;
  return {
    reference,
    kind: 'charge',
    amount: add(charge.amount, charge.clientFee),
    token,
    timedOut: charge.status === 'timed_out',
    request: (how) => ({
      contract: contract.id,
      command: { type: `${how}_charge`, charge: charge.id },
      by: payments,
      key: `${how} ${reference}`,
    }),
  };
}

function askingOfWallet(wallet: Wallet): readonly Asking[] {
  const { person, currency } = wallet;
  const token = (id: string) => wallet.methods.find((method) => method.id === id)?.token;
  const asking = (kind: 'charge' | 'payout') => (one: Wallet['deposits'][number]) => {
    const reference = `${wallet.id}/${one.id}`;
    return {
      reference,
      kind,
      amount: one.amount,
      token: token(one.method),
      timedOut: one.status === 'timed_out',
      request: (how: 'confirm' | 'fail') => ({
        wallet: { person, currency },
        command: { type: `${how}_${kind}` as const, [kind]: one.id },
        by: payments,
        key: `${how} ${reference}`,
      }),
    };
  };
  return [
    ...wallet.deposits.filter(isOpen).map(asking('charge')),
    ...wallet.payouts.filter(isOpen).map(asking('payout')),
  ];
}
