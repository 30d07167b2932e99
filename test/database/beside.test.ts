// Money beside the plan on the real engine and both databases: whose balance is read, what has to
// be caught up before it is, and how the statements of both sides tell it.
import assert from 'node:assert/strict';
import { isRejection } from '../../src/domain/rejections.ts';
import { auditAll } from '../../src/engine/audit/audit.ts';
import { createDesk, createReads } from '../../src/reads/reads.ts';
import { openDatabase } from '../../src/store/connection.ts';
import { onBoth, onPostgres } from './both.ts';
import {
  accepted,
  ann,
  anyKey,
  as,
  ben,
  byAnn,
  byBen,
  deposit,
  fundedContract,
  type House,
  houseOn,
  offer,
} from './house.ts';

async function activeContract(house: House): Promise<string> {
  const id = house.engine.newContractId();
  await house.does(id, byBen, offer());
  await house.does(id, byAnn, { type: 'accept_offer' });
  return id;
}

const bonus = (amount: string, kind: 'bonus' | 'expense' = 'bonus') =>
  ({ type: 'pay_bonus', amount, kind }) as const;
const refund = (amount: string) => ({ type: 'give_refund', amount }) as const;

const pass = (house: House, days: number) =>
  house.clock.set(house.clock.now().add({ hours: 24 * days }));

/** Ann’s bank account, and all that she has taken to it. */
async function withdrawAll(house: House, amount: string): Promise<void> {
  const wallet = { person: ann, currency: 'USD' };
  const by = as('freelancer', ann);
  const bank = { id: 'bank', kind: 'bank', label: 'Account 88', token: 'bank_ok' } as const;
  const commands = [
    { type: 'add_payment_method', ...bank },
    { type: 'verify_payment_method', method: 'bank' },
    { type: 'withdraw', amount, method: 'bank' },
  ] as const;
  for (const command of commands) {
    accepted(await house.engine.execute({ wallet, by, command, key: anyKey() }));
  }
}

onBoth('a refund counts what has become available elsewhere and nobody has written', async (db) => {
  const house = houseOn(db);
  await deposit(house, ben, '2000.00');
  const [logo, card] = [await activeContract(house), await fundedContract(house)];
  await house.does(logo, byBen, bonus('100.00'));
  pass(house, 1);
  await house.does(card, byBen, { type: 'release_payment', milestone: 'm1' });
  pass(house, 4);
  await withdrawAll(house, '90.00');
  const asked = { contract: logo, by: byAnn, command: refund('100.00') };
  const early = await house.engine.execute({ ...asked, key: anyKey() });
  assert.ok(isRejection(early) && early.rejected === 'amount_exceeds_balance');
  pass(house, 1);
  const preview = await house.engine.previewContract({ ...asked });
  assert.ok(!isRejection(preview));
  assert.equal(preview.events.length, 1);
  await house.does(logo, byAnn, refund('100.00'));
  assert.deepEqual((await auditAll(db)).findings, []);
});

onBoth(
  'a bonus without a balance is charged to the card and paid when that answers',
  async (db) => {
    const house = houseOn(db);
    await deposit(house, ben, '10.00');
    const id = await activeContract(house);
    await house.does(id, byBen, bonus('50.00', 'expense'));
    await house.engine.deliver();
    const reads = createReads(createDesk(db));
    const now = house.clock.now();
    const lines = async (person: string, party: 'client' | 'freelancer') => {
      const statement = await reads.statement(person, 'USD', { party, month: null }, now);
      return statement?.lines.map(({ type, amount, gross, fee }) => [type, amount, gross, fee]);
    };
    assert.deepEqual(await lines(ann, 'freelancer'), [['expense_paid', '45.00', '50.00', '5.00']]);
    assert.deepEqual(await lines(ben, 'client'), [
      ['deposit_confirmed', '10.00', undefined, undefined],
      ['charged', '50.00', undefined, undefined],
      ['expense_paid', '-50.00', undefined, undefined],
    ]);
    await house.does(id, byAnn, refund('20.00'));
    assert.deepEqual((await lines(ann, 'freelancer'))?.at(-1)?.slice(0, 2), [
      'refund_given',
      '-18.00',
    ]);
    assert.deepEqual((await lines(ben, 'client'))?.at(-1)?.slice(0, 2), ['refund_given', '20.00']);
    assert.deepEqual((await auditAll(db)).findings, []);
  },
);

onPostgres('two processes give back what somebody has once', async (db, url) => {
  const house = houseOn(db);
  await deposit(house, ben, '3000.00');
  const contracts = await Promise.all(Array.from({ length: 10 }, () => activeContract(house)));
  for (const id of contracts) await house.does(id, byBen, bonus('100.00'));
  pass(house, 5);
  await house.engine.passTime();
  await withdrawAll(house, '500.00');
  const other = await openDatabase({ url });
  try {
    const houses = [house, houseOn(other, house.clock.now())];
    const answers = await Promise.all(
      contracts.map((contract, index) =>
        houses[index % 2]?.engine.execute({
          contract,
          by: byAnn,
          command: refund('100.00'),
          key: anyKey(),
        }),
      ),
    );
    // 900.00 were earned and 500.00 are gone: four times 90.00 can go back.
    assert.equal(answers.filter((answer) => !isRejection(answer)).length, 4);
    assert.deepEqual((await auditAll(db)).findings, []);
  } finally {
    await other.close();
  }
});
