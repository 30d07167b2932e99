// The movements of money of one contract, as its viewer sees them, each with what both accounts
// have after it. Balances count what this contract has moved and nothing else: nobody reads the
// other side's balance out of them, and what a contract holds is true to the cent.
import { accountOf } from '../../domain/ledger/accounts.ts';
import { money, toDecimal } from '../../domain/money/money.ts';
import type { ContractStep } from '../../domain/step.ts';
import type { Sql } from '../../store/connection.ts';
import type { BundleLedger } from '../../wire/bundle/format.ts';
import type { Link } from './chain.ts';

type Moved = {
  readonly seq: number;
  readonly n: number;
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
};

export async function ledgerExtract(
  sql: Sql,
  step: ContractStep,
  links: readonly Link[],
): Promise<BundleLedger> {
  const { currency } = step.state.terms;
  const seen = new Map(
    links.flatMap((link) => (link.seen === null ? [] : [[link.row.seq, link.row] as const])),
  );
  const balances = new Map<string, bigint>();
  const text = (minor: bigint) => toDecimal(money(minor, currency));
  const change = (account: string, amount: bigint) => {
    const after = (balances.get(account) ?? 0n) + amount;
    balances.set(account, after);
    return text(after);
  };
  const lines = [...(await written(sql, step)), ...unwritten(step)].flatMap((one) => {
    const row = seen.get(one.seq);
    if (row === undefined) return [];
    const { seq, n, from, to, amount } = one;
    const after = { from_balance: change(from, -amount), to_balance: change(to, amount) };
    return [{ seq, n, at: `${row.at}`, type: row.type, from, to, amount: text(amount), ...after }];
  });
  const sums = [...balances].map(([account, minor]) => [account, text(minor)] as const);
  return { currency, lines, balances: Object.fromEntries(sums) };
}

type PostingRow = {
  seq: number;
  n: number;
  from_account: string;
  to_account: string;
  amount: bigint;
};

async function written(sql: Sql, { state }: ContractStep): Promise<readonly Moved[]> {
  const rows = await sql.query<PostingRow>(
    `select seq, n, from_account, to_account, amount from postings
     where stream = $1 order by seq, n`,
    [state.id],
  );
  return rows.map(({ seq, n, from_account, to_account, amount }) => ({
    seq,
    n,
    from: accountOf(from_account).kind,
    to: accountOf(to_account).kind,
    amount,
  }));
}

function unwritten({ postings }: ContractStep): readonly Moved[] {
  let [before, n] = [0, 0];
  return postings.map(({ seq, from, to, amount }) => {
    n = seq === before ? n + 1 : 1;
    before = seq;
    return { seq, n, from: from.kind, to: to.kind, amount: amount.minor };
  });
}
