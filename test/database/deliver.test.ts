// The payment provider's side: it answers later, declines, is away, and whatever becomes of
// either side in between, a reference is charged once and every answer arrives.
import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { auditAll } from '../../src/engine/audit/audit.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { startWorker } from '../../src/engine/worker.ts';
import { SandboxProvider } from '../../src/outside/payments/sandbox.ts';
import type { Database } from '../../src/store/connection.ts';
import { sandboxBooks } from '../../src/store/evaluation/sandbox-books.ts';
import { onBoth } from './both.ts';
import {
  accepted,
  anyKey,
  as,
  byAnn,
  byBen,
  type House,
  houseOn,
  offer,
  standard,
  start,
} from './house.ts';

const wallet = { person: 'psn_ben', currency: 'USD' };
const fund = { type: 'fund_milestone', milestone: 'm1' } as const;

async function withCard(house: House, token = 'tok_ok'): Promise<void> {
  const method = { id: 'card', kind: 'card', label: 'Visa 4242', token } as const;
  for (const command of [
    { type: 'add_payment_method', ...method },
    { type: 'verify_payment_method', method: 'card' },
  ] as const) {
    accepted(await house.engine.execute({ wallet, by: byBen, command, key: anyKey() }));
  }
}

async function activeContract(house: House): Promise<string> {
  const id = house.engine.newContractId();
  await house.does(id, byBen, offer());
  await house.does(id, byAnn, { type: 'accept_offer' });
  return id;
}

async function charges(db: Database, contract: string): Promise<readonly string[]> {
  const [row] = await db.query<{ state: string }>(
    'select state::text as state from contracts where id = $1',
    [contract],
  );
  const state = JSON.parse(row?.state ?? '') as { charges: { status: string }[] };
  return state.charges.map(({ status }) => status);
}

async function awaiting(db: Database): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    'select count(*)::int as n from contracts where awaiting_provider',
  );
  return row?.n ?? 0;
}

onBoth('a charge is answered later, and once', async (db) => {
  const house = houseOn(db, start, 2);
  await withCard(house);
  const contract = await activeContract(house);
  await house.does(contract, byBen, fund);
  assert.equal(await house.engine.deliver(), 0, 'the provider takes two seconds');
  house.clock.set(start.add({ seconds: 2 }));
  assert.equal(await house.engine.deliver(), 1);
  assert.deepEqual(await charges(db, contract), ['confirmed']);
  assert.equal(await house.engine.deliver(), 0);
  assert.equal(await awaiting(db), 0);
});

onBoth('a declined charge leaves the milestone planned', async (db) => {
  const house = houseOn(db);
  await withCard(house, 'tok_declines');
  const contract = await activeContract(house);
  await house.does(contract, byBen, fund);
  await house.engine.deliver();
  assert.deepEqual(await charges(db, contract), ['failed']);
});

onBoth('a provider that is away is asked again; what timed out meanwhile is over', async (db) => {
  const house = houseOn(db);
  await withCard(house);
  const contract = await activeContract(house);
  house.provider.away = true;
  await house.does(contract, byBen, fund);
  assert.equal(await house.engine.deliver(), 0);
  house.clock.set(start.add({ hours: 24 }));
  await house.engine.passTime();
  assert.equal(await house.engine.deliver(), 0);
  assert.deepEqual(await charges(db, contract), ['timed_out']);
  house.provider.away = false;
  assert.equal(await house.engine.deliver(), 1, 'it never arrived there');
  assert.deepEqual(await charges(db, contract), ['failed']);
  assert.equal(await awaiting(db), 0, 'nobody asks any more');
});

onBoth('money that was taken after all is credited when the charge had timed out', async (db) => {
  const house = houseOn(db, start, 2);
  await withCard(house);
  const contract = await activeContract(house);
  await house.does(contract, byBen, fund);
  await house.engine.deliver();
  // Our side sleeps for a day; the provider has long taken the money.
  house.clock.set(start.add({ hours: 25 }));
  await house.engine.passTime();
  assert.deepEqual(await charges(db, contract), ['timed_out']);
  await house.engine.deliver();
  assert.deepEqual(await charges(db, contract), ['confirmed']);
  const [account] = await db.query<{ balance: bigint }>(
    `select balance from accounts where key = 'client.available psn_ben USD'`,
  );
  assert.equal(account?.balance, 50_000n);
});

onBoth('a restart between asking and answering charges nobody twice', async (db) => {
  const house = houseOn(db, start, 2);
  await withCard(house);
  const contract = await activeContract(house);
  await house.does(contract, byBen, fund);
  const restarted = () => {
    const provider = new SandboxProvider({ clock: house.clock, books: sandboxBooks(db) });
    return createEngine({ db, clock: house.clock, policy: standard, provider });
  };
  await restarted().deliver();
  house.clock.set(start.add({ seconds: 3 }));
  await Promise.all([restarted().deliver(), restarted().deliver()]);
  assert.deepEqual(await charges(db, contract), ['confirmed']);
  const rows = await db.query('select reference from sandbox_transfers');
  assert.deepEqual(rows, [{ reference: `${contract}/chg_1` }]);
  assert.deepEqual((await auditAll(db)).findings, []);
});

onBoth(
  'a withdrawal leaves when the bank has it, and comes back when the bank refuses',
  async (db) => {
    const house = houseOn(db);
    const by = as('freelancer', 'psn_ben');
    await withCard(house);
    for (const command of [
      { type: 'add_payment_method', id: 'bank', kind: 'bank', label: 'Bank', token: 'iban' },
      { type: 'verify_payment_method', method: 'bank' },
      { type: 'deposit', amount: '300.00' },
    ] as const) {
      accepted(await house.engine.execute({ wallet, by, command, key: anyKey() }));
    }
    await house.engine.deliver();
    const out = { type: 'withdraw', amount: '100.00', method: 'bank', as: 'client' } as const;
    const withdraw = async () => {
      accepted(await house.engine.execute({ wallet, by: byBen, command: out, key: anyKey() }));
      await house.engine.deliver();
    };
    await withdraw();
    house.provider.declines = true;
    await withdraw();
    const [account] = await db.query<{ balance: bigint }>(
      `select balance from accounts where key = 'client.available psn_ben USD'`,
    );
    assert.equal(account?.balance, 20_000n);
    const more = { ...out, amount: '200.01' };
    const answer = await house.engine.execute({ wallet, by: byBen, command: more, key: anyKey() });
    assert.equal('rejected' in answer && answer.rejected, 'amount_exceeds_balance');
    assert.deepEqual((await auditAll(db)).findings, []);
  },
);

onBoth('a worker lets time pass and delivers, and stops when it is told to', async (db) => {
  const house = houseOn(db);
  await withCard(house);
  const contract = await activeContract(house);
  await house.does(contract, byBen, fund);
  const rounds: string[] = [];
  const engine = {
    passTime: async () => rounds.push('time') && house.engine.passTime(),
    deliver: async () => rounds.push('deliver') && house.engine.deliver(),
  };
  const worker = startWorker(engine, { everyMs: 60_000 });
  while ((await charges(db, contract))[0] !== 'confirmed') await setImmediate();
  worker.wake();
  while (rounds.length < 4) await setImmediate();
  await worker.stop();
  assert.deepEqual(rounds.slice(0, 4), ['time', 'deliver', 'time', 'deliver']);
});
