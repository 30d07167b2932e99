// The engine, put together: one lane into the database, and the doors that faces and the worker
// use. It has no opinion of its own; what may happen is for the domain to say.
import { type Account, isGuarded } from '../domain/ledger/accounts.ts';
import { digitsOf } from '../domain/money/currencies.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { isRejection, type Rejection, reject } from '../domain/rejections.ts';
import type { PaymentProvider } from '../outside/payments/provider.ts';
import type { Database } from '../store/connection.ts';
import { newId } from '../store/ids.ts';
import { loadPolicies, PolicyBook } from '../store/policies.ts';
import { nowOf } from './batch/batch-read.ts';
import type { Clock } from './clock.ts';
import { deliverAll } from './deliver.ts';
import { carriedOut } from './execute.ts';
import { attachedTo } from './files/attached.ts';
import { Lanes } from './lane.ts';
import { passTime } from './pass-time.ts';
import { previewOfContract, previewOfWallet } from './preview.ts';
import type { Answer, ContractRequest, Engine, EngineRequest } from './requests.ts';
import { contractTask, walletTask } from './seal.ts';

export type EngineOptions = {
  readonly db: Database;
  readonly clock: Clock;
  /** For new offers; an offer that is sent carries its own copy. */
  readonly policy: Policy;
  readonly provider: PaymentProvider;
  /** Signs promises and what keys stand for. All processes on one database must have the same. */
  readonly secret?: string;
  /** Which accounts have a stored balance: those that may not go below zero, unless said. */
  readonly keepsBalance?: (account: Account) => boolean;
  /** Told about what went wrong where nobody waits for an answer. */
  readonly onTrouble?: (error: unknown) => void;
};

export function createEngine(options: EngineOptions): Engine {
  const { db, clock, policy, provider, secret = '' } = options;
  const onTrouble = options.onTrouble ?? ((error: unknown) => console.error(error));
  const book = new PolicyBook();
  const { keepsBalance = isGuarded } = options;
  const corridor = { db, clock, policy, book, secret, keepsBalance };
  const lanes = new Lanes(lanesOn(db), (tasks) => carriedOut(corridor, tasks));
  const taskOf = async (request: Omit<ContractRequest, 'key'> & { readonly key?: string }) => {
    const now = nowOf(clock);
    const attached = await attachedTo(db, request, now);
    return isRejection(attached) ? attached : contractTask(request, now, secret, attached);
  };
  const execute = async (request: EngineRequest): Promise<Answer> => {
    if ('contract' in request) {
      const task = await taskOf(request);
      return isRejection(task) ? task : lanes.run(task);
    }
    return refusedCurrency(request.wallet) ?? lanes.run(walletTask(request, secret));
  };
  return {
    newContractId: () => newId('ctr', nowOf(clock)),
    execute,
    previewContract: async (request) => {
      const task = await taskOf(request);
      return isRejection(task) ? task : previewOfContract(corridor, task);
    },
    previewWallet: async (request) =>
      refusedCurrency(request.wallet) ?? previewOfWallet(corridor, walletTask(request, secret)),
    passTime: () => passTime(corridor, lanes),
    deliver: async () => {
      await loadPolicies(db, book);
      return deliverAll({ db, book, provider, execute, onTrouble });
    },
    close: () => lanes.close(),
  };
}

/** The embedded database has one connection. */
function lanesOn({ kind }: Database): number {
  return kind === 'embedded' ? 1 : 2;
}

function refusedCurrency({ currency }: { readonly currency: string }): Rejection | null {
  if (digitsOf(currency) !== undefined) return null;
  return reject('currency_not_offered', { currency }, 'currency');
}
